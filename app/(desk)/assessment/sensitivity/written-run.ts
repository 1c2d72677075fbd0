import type { RunChoice } from '@/lib/assessment/sensitivity/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** A run in a list: scheme, period, state. */
export function writtenRun(run: RunChoice, locale: Locale): string {
  const t = translator(locale, 'sensitivity');
  const state = t(`states.${run.state}`);
  return t('runOption', { scheme: nameOf(run, locale), period: writtenPeriod(run.period, locale), state });
}
