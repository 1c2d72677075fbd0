import type { Words } from '@/lib/i18n/words';
import type { search as shape } from '@/lib/i18n/zh-CN/search';

export const search: Words<typeof shape> = {};
