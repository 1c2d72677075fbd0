import type { AppealedResult } from '@/lib/assessment/appeals/page/words';
import type { RemedyLine } from '@/lib/assessment/appeals/remedies/words';
import type { Remedy } from '@/lib/assessment/appeals/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Name } from '@/lib/i18n/words';

/** The result that an appeal is about: the scheme and the period. */
export function writtenResult({ scheme, periodCode }: AppealedResult, locale: Locale): string {
  return `${nameOf(scheme, locale)}${locale === 'en' ? ', ' : ' · '}${writtenPeriod(periodCode, locale)}`;
}

/** What an appeal is about, by name. */
export function writtenItems(items: readonly (Name | null)[], locale: Locale): string {
  const total = translator(locale, 'appeals')('total');
  return listed(
    items.map((item) => (item ? nameOf(item, locale) : total)),
    locale,
  );
}

type ToldRemedy = Omit<RemedyLine, 'at'> & { readonly at: Date | null };

/** A remedy of which nothing more is known than what was recorded. */
export const unknownRemedy = (remedy: Remedy): ToldRemedy => ({ remedy, at: null, entry: null, indicator: null });

/** What an appeal led to. */
export function writtenRemedy({ remedy, at, entry, indicator }: ToldRemedy, locale: Locale): string {
  const t = translator(locale, 'appeals');
  if (remedy.kind === 'figure')
    return t('page.figure', {
      indicator: indicator ? nameOf(indicator, locale) : remedy.indicator,
      period: writtenPeriod(remedy.period, locale),
    });
  if (remedy.kind === 'run') return at ? t('page.run', { day: writtenMoment(at).slice(0, 10) }) : t('page.plainRun');
  return entry ? t('page.adjustment', { reason: entry.reason }) : t('page.plainAdjustment');
}
