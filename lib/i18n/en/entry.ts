import type { Words } from '@/lib/i18n/words';
import type { entry as shape } from '@/lib/i18n/zh-CN/entry';

export const entry: Words<typeof shape> = {
  title: 'Entry',
};
