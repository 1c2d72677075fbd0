import type { Words } from '@/lib/i18n/words';
import type { checks as shape } from '@/lib/i18n/zh-CN/checks';

export const checks: Words<typeof shape> = {
  title: 'Checks',
};
