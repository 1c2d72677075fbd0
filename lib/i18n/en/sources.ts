import type { Words } from '@/lib/i18n/words';
import type { sources as shape } from '@/lib/i18n/zh-CN/sources';

export const sources: Words<typeof shape> = {};
