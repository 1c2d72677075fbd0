import type { Words } from '@/lib/i18n/words';
import type { explanation as shape } from '@/lib/i18n/zh-CN/explanation';

export const explanation: Words<typeof shape> = {
  title: 'Why this score',
};
