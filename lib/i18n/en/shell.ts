import type { Words } from '@/lib/i18n/words';
import type { shell as shape } from '@/lib/i18n/zh-CN/shell';

export const shell: Words<typeof shape> = {};
