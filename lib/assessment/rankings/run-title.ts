import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { ResultRun } from './result-run';

/** The values of a run for every message about it. */
export function runWords(
  { scheme, group, periodCode }: Pick<ResultRun, 'scheme' | 'group' | 'periodCode'>,
  locale: Locale,
) {
  return {
    scheme: nameOf(scheme, locale),
    group: nameOf(group, locale),
    period: writtenPeriod(periodCode, locale),
  };
}
