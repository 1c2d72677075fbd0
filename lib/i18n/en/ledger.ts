import type { Words } from '@/lib/i18n/words';
import type { ledger as shape } from '@/lib/i18n/zh-CN/ledger';

export const ledger: Words<typeof shape> = {
  title: 'Ledger of adjustments',
};
