import type { Words } from '@/lib/i18n/words';
import type { units as shape } from '@/lib/i18n/zh-CN/units';

export const units: Words<typeof shape> = {};
