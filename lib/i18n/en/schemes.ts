import type { Words } from '@/lib/i18n/words';
import type { schemes as shape } from '@/lib/i18n/zh-CN/schemes';

export const schemes: Words<typeof shape> = {
  title: 'Schemes',
};
