import type { Words } from '@/lib/i18n/words';
import type { states as shape } from '@/lib/i18n/zh-CN/states';

export const states: Words<typeof shape> = {
  notFoundTitle: 'There is no such page',
  notFoundReason: 'The address may be wrong, or the indicator, unit or source is not in the catalogue.',
  backToOverview: 'Back to the overview',
  toIndicators: 'See all indicators',
  errorTitle: 'Something went wrong on our side',
  errorReason:
    'The page could not be completed. No figure was affected. Try again; if it stays, tell your administrator the reference.',
  reference: 'Reference: {digest}',
  retry: 'Try again',
};
