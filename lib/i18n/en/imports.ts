import type { Words } from '@/lib/i18n/words';
import type { imports as shape } from '@/lib/i18n/zh-CN/imports';

export const imports: Words<typeof shape> = {
  title: 'Import a sheet',
};
