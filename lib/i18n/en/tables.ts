import type { Words } from '@/lib/i18n/words';
import type { tables as shape } from '@/lib/i18n/zh-CN/tables';

export const tables: Words<typeof shape> = {};
