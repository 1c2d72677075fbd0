import type { RunChoice } from '@/lib/assessment/sensitivity/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** A run in a list: period and scheme, and its state while it is not published. */
export function writtenRun(run: RunChoice, locale: Locale): string {
  const t = translator(locale, 'sensitivity');
  const names = { scheme: nameOf(run, locale), period: writtenPeriod(run.period, locale) };
  if (run.state === 'published') return t('runOption', names);
  return t('runOptionState', { ...names, state: t(`states.${run.state}`) });
}
