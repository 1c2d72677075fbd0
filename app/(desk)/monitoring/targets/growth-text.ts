import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { GridIndicator, YearlyCourse } from '@/lib/monitoring/targets/grid/words';
import { growthsOf } from '@/lib/monitoring/targets/propose';
import { shortGrowth } from './grid/short-growth';

/** The yearly growth rates before a target, newest first, in a line. */
export function growthsText({ measure }: GridIndicator, course: YearlyCourse, locale: Locale): string {
  const t = translator(locale, 'targets');
  const f = translator(locale, 'figures');
  const growths = growthsOf(measure, course);
  return growths.length === 0
    ? '—'
    : listed(
        growths.map((growth) => shortGrowth(growth, t, f)),
        locale,
      );
}
