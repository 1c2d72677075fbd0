import { ComputedGrowth } from '@/app/ui/figures/growth-mark';
import type { Locale } from '@/lib/i18n/words';
import { signedDecimal } from '@/lib/statistics/numbers';
import type { Change } from '@/lib/statistics/words';

/** The change of a value by a revision; from zero or less there is only the amount. */
export function RevisedBy({ difference, locale }: { difference: Change; locale: Locale }) {
  if (difference.kind === 'baseZero' || difference.kind === 'baseNegative') return signedDecimal(difference.change);
  return <ComputedGrowth growth={difference} locale={locale} />;
}
