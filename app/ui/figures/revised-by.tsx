import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import type { Locale } from '@/lib/i18n/words';
import { signedDecimal } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

/** By how much a revision changed a value; from zero or less there is only the amount. */
export function RevisedBy({ difference, locale }: { difference: Growth; locale: Locale }) {
  if (difference.kind === 'baseZero' || difference.kind === 'baseNegative') return signedDecimal(difference.change);
  return <ReportedGrowth change={difference.change} points={difference.kind === 'points'} locale={locale} />;
}
