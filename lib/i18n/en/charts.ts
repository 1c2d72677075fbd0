import type { Words } from '@/lib/i18n/words';
import type { charts as shape } from '@/lib/i18n/zh-CN/charts';

export const charts: Words<typeof shape> = {};
