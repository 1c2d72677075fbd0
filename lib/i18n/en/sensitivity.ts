import type { Words } from '@/lib/i18n/words';
import type { sensitivity as shape } from '@/lib/i18n/zh-CN/sensitivity';

export const sensitivity: Words<typeof shape> = {
  title: 'What-if and robustness',
};
