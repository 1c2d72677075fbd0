import type { Words } from '@/lib/i18n/words';
import type { states as shape } from '@/lib/i18n/zh-CN/states';

export const states: Words<typeof shape> = {};
