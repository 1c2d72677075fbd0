import type { Words } from '@/lib/i18n/words';
import type { methods as shape } from '@/lib/i18n/zh-CN/methods';

export const methods: Words<typeof shape> = {
  title: 'Methods',
};
