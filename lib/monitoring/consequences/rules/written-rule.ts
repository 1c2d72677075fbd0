import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { GradeName, WrittenRule } from '@/lib/monitoring/consequences/rules/words';

/** The name of a grade of a scheme; its key where the scheme names it no more. */
export function gradeName(key: string, grades: readonly GradeName[], locale: Locale): string {
  const found = grades.find((one) => one.key === key);
  return found ? nameOf(found, locale) : key;
}

/** When a rule is met, in words. */
export function writtenCondition({ condition, about, grades }: WrittenRule, locale: Locale): string {
  const t = translator(locale, 'consequences');
  const name = about ? nameOf(about, locale) : '';
  switch (condition.kind) {
    case 'redInRow':
    case 'redInYear': {
      const indicator = condition.indicator === '' ? t('rules.written.anyIndicator') : name || condition.indicator;
      return t(`rules.written.${condition.kind}`, { indicator, months: condition.months });
    }
    case 'lastPlaces':
    case 'grades': {
      const { scheme, times, of } = condition;
      const counts =
        condition.kind === 'grades'
          ? { grades: condition.grades.map((key) => gradeName(key, grades, locale)).join(t('rules.written.or')) }
          : { places: `${condition.places}` };
      const key = of === 1 ? (`${condition.kind}Once` as const) : condition.kind;
      return t(`rules.written.${key}`, { scheme: name || scheme, times: `${times}`, of: `${of}`, ...counts } as never);
    }
    case 'overdue':
      return t('rules.written.overdue', { days: condition.days });
  }
}

/** What counts for such a rule, and how often it proposes the same, in words. */
export function writtenNote({ condition: { kind } }: WrittenRule, locale: Locale): string {
  const t = translator(locale, 'consequences');
  const notes = {
    redInRow: 'redNote',
    redInYear: 'yearNote',
    lastPlaces: 'runNote',
    grades: 'runNote',
    overdue: 'overdueNote',
  } as const;
  return t(`rules.written.${notes[kind]}`);
}

/** The shares of outstanding ratings that a rule proposes, in words; empty for other measures. */
export function writtenShares({ shares, grades }: WrittenRule, locale: Locale): string {
  if (!shares) return '';
  const t = translator(locale, 'consequences');
  const said = Object.entries(shares.byGrade).map(([key, share]) =>
    t('rules.written.share', { grade: gradeName(key, grades, locale), share: `${shares.base > 0 ? '+' : ''}${share}` }),
  );
  const words = { grades: listed(said, locale), cap: `${shares.cap}` };
  return shares.base > 0
    ? t('rules.written.sharesOnBase', { base: `${shares.base}`, ...words })
    : t('rules.written.shares', words);
}
