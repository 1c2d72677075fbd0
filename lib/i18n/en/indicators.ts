import type { Words } from '@/lib/i18n/words';
import type { indicators as shape } from '@/lib/i18n/zh-CN/indicators';

export const indicators: Words<typeof shape> = {};
