import type { Words } from '@/lib/i18n/words';
import type { compare as shape } from '@/lib/i18n/zh-CN/compare';

export const compare: Words<typeof shape> = {};
