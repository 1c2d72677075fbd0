import type { Words } from '@/lib/i18n/words';
import type { help as shape } from '@/lib/i18n/zh-CN/help';

export const help: Words<typeof shape> = {};
