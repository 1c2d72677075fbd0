import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { RemarkLine } from '@/lib/monitoring/follow-ups/remarks/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { paths, withQuery } from '@/lib/paths';

/** What a remark is about, in words. */
export function writtenAbout({ about, unit, indicator, of, period }: RemarkLine, locale: Locale): string {
  const t = translator(locale, 'followUps');
  const words = {
    unit: unit ? nameOf(unit, locale) : '',
    indicator: indicator ? nameOf(indicator, locale) : '',
    of: of ? nameOf(of, locale) : '',
    period: period && writtenPeriod(period, locale),
  };
  return about.kind === 'followUp'
    ? `${writtenNumber(about.followUp, locale)} ${words.of}`
    : t(`remarks.about.${about.kind}`, words);
}

/** The page of what a remark is about. */
export function addressOf({ about }: Pick<RemarkLine, 'about'>): string {
  switch (about.kind) {
    case 'lamp':
      return withQuery(paths.lamp(about.unit, about.indicator), { year: about.year });
    case 'figure':
      return paths.figure(about.indicator, about.unit, about.period);
    case 'score':
      return paths.explanation(about.run, about.unit);
    case 'report':
      return paths.report(about.report);
    case 'collection':
      return paths.collection(about.collection);
    case 'followUp':
      return paths.followUp(about.followUp);
  }
}
