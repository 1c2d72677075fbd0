import type { Words } from '@/lib/i18n/words';
import type { runs as shape } from '@/lib/i18n/zh-CN/runs';

export const runs: Words<typeof shape> = {
  title: 'Runs',
};
