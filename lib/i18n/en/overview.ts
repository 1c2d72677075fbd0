import type { Words } from '@/lib/i18n/words';
import type { overview as shape } from '@/lib/i18n/zh-CN/overview';

export const overview: Words<typeof shape> = {};
