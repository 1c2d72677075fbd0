import type { Words } from '@/lib/i18n/words';
import type { figures as shape } from '@/lib/i18n/zh-CN/figures';

export const figures: Words<typeof shape> = {};
