import type { Words } from '@/lib/i18n/words';
import type { review as shape } from '@/lib/i18n/zh-CN/review';

export const review: Words<typeof shape> = {
  title: 'Review',
};
