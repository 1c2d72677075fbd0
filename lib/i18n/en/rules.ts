import type { Words } from '@/lib/i18n/words';
import type { rules as shape } from '@/lib/i18n/zh-CN/rules';

export const rules: Words<typeof shape> = {
  title: 'Check rules',
};
