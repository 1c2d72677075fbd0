import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { GradeName } from '@/lib/monitoring/consequences/rules/words';
import { gradeName } from '@/lib/monitoring/consequences/rules/written-rule';
import type { Basis, ConsequenceMeasure, RunPlace } from '@/lib/monitoring/consequences/words';
import { writtenMonth, writtenNumber } from '@/lib/monitoring/follow-ups/written';

/** A measure in words, with its share where it has one. */
export function writtenMeasure(
  { measure, share }: { readonly measure: ConsequenceMeasure; readonly share: number | null },
  locale: Locale,
): string {
  const t = translator(locale, 'consequences');
  const name = t(`measures.${measure}`);
  return share === null ? name : t('withShare', { measure: name, share: `${share}` });
}

/** When a rule was met: a month 2026-03, a period, or a day. */
export function writtenMet(met: string, locale: Locale): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(met) ?? [];
  if (year && month) return writtenMonth({ year: Number(year), month: Number(month) }, locale);
  return /^\d{4}-\d{2}-\d{2}$/.test(met) ? met : writtenPeriod(met, locale);
}

/** What met a rule, in words. */
export function writtenBasis(
  basis: Basis,
  { about, grades }: { readonly about: Named | null; readonly grades: readonly GradeName[] },
  locale: Locale,
): string {
  const t = translator(locale, 'consequences');
  const name = about ? nameOf(about, locale) : '';
  switch (basis.kind) {
    case 'lamps': {
      const months = listed(
        basis.months.map((one) => writtenMonth(one, locale)),
        locale,
      );
      return t('basis.lamps', { indicator: name || basis.indicator, months });
    }
    case 'runs': {
      const runs = basis.runs.map((one) => writtenPlace(one, grades, locale)).join(t('basis.between'));
      return t('basis.runs', { scheme: name || basis.scheme, runs });
    }
    case 'followUp':
      return t('basis.followUp', {
        ...{ number: writtenNumber(basis.followUp, locale), days: basis.days, dueOn: basis.dueOn },
      });
  }
}

function writtenPlace({ period, place, of, grade }: RunPlace, grades: readonly GradeName[], locale: Locale): string {
  const t = translator(locale, 'consequences');
  const said = {
    ...{ period: writtenPeriod(period, locale), place: `${place ?? ''}`, of: `${of}` },
    grade: grade === null ? '' : gradeName(grade, grades, locale),
  };
  if (place === null) return t('basis.grade', said);
  return t(grade === null ? 'basis.place' : 'basis.both', said);
}
