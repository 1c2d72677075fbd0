import type { Words } from '@/lib/i18n/words';
import type { notes as shape } from '@/lib/i18n/zh-CN/notes';

export const notes: Words<typeof shape> = {
  title: 'Notes',
};
