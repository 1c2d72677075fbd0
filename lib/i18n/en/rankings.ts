import type { Words } from '@/lib/i18n/words';
import type { rankings as shape } from '@/lib/i18n/zh-CN/rankings';

export const rankings: Words<typeof shape> = {
  title: 'Rankings',
};
