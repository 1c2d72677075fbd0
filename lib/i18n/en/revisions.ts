import type { Words } from '@/lib/i18n/words';
import type { revisions as shape } from '@/lib/i18n/zh-CN/revisions';

export const revisions: Words<typeof shape> = {
  title: 'Revisions',
};
