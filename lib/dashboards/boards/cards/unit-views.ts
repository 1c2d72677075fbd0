import { parsePeriod } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { noted } from '@/lib/dashboards/series/noted';
import { trendOf } from '@/lib/dashboards/series/period-series';
import { timeTicks } from '@/lib/dashboards/series/spaced-periods';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { TrendSpec } from '@/lib/dashboards/series/words';
import { yearsAgainst, yearToDateOf } from '@/lib/dashboards/series/year-to-date';
import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { isBound, writtenText, writtenWhen } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';
import type { CardView } from './card-view';
import { absent, type CardOf, joined, type Look, twinLabels } from './look';
import type { UnitRow } from './queries';

/** The newest dated figure of a unit, or that of the asked period; one of an unverified document where there is no other. */
export function figureView(card: CardOf<'figure'>, look: Look): CardView {
  const { data, filter, locale } = look;
  const [indicator, unit] = [data.indicators.get(card.indicator), data.units.get(card.unit)];
  if (!indicator) return absent(card, 'indicatorGone', look);
  if (!unit) return absent(card, 'unitGone', look);
  const own = data.ofUnits.filter((row) => row.indicatorCode === card.indicator && row.orgUnitCode === card.unit);
  const asked = own.filter(({ periodCode }) => filter.period === '' || periodCode === filter.period);
  const figure = asked.find(({ isWeak }) => !isWeak) ?? asked[0];
  const head = {
    card,
    title: card.title || nameOf(indicator, locale),
    href: withQuery(paths.indicator(indicator.code), { unit: unit.code }, 'figures'),
  };
  if (!figure) {
    const absence = own.length === 0 ? 'noFigure' : 'noneInPeriod';
    return { ...head, subtitle: nameOf(unit, locale), body: { kind: 'absent', absence }, cited: [] };
  }
  return {
    ...head,
    subtitle: joined(nameOf(unit, locale), writtenWhen(figure, locale)),
    body: { kind: 'figure', figure, indicator },
    cited: [figure],
  };
}

/** The most periods of a trend: three years of months. */
const mostPeriods = 36;

/** Lines of some units over the kind of period in which they have most figures, until the asked period. */
export function trendView(card: CardOf<'trend'>, look: Look): CardView {
  const { data, filter, home, locale } = look;
  const indicator = data.indicators.get(card.indicator);
  if (!indicator) return absent(card, 'indicatorGone', look);
  const units = card.units.flatMap((code) => data.units.get(code) ?? []);
  const [only] = units;
  if (!only) return absent(card, 'unitGone', look);
  const name = nameOf(indicator, locale);
  const head = {
    card,
    title: card.title || (units.length === 1 ? joined(name, nameOf(only, locale)) : name),
    href: units.length === 1 ? withQuery(paths.unit(only.code), {}, 'trends') : paths.indicator(indicator.code),
  };
  const shown = new Set(units.map(({ code }) => code));
  const own = data.ofUnits.filter(
    (row) => row.indicatorCode === card.indicator && shown.has(row.orgUnitCode) && row.periodKind !== 'undated',
  );
  const { rows, isOfKind } = inTime(own, filter.period);
  const subtitle = unitOf(indicator, locale);
  if (new Set(rows.map(({ periodCode }) => periodCode)).size < 2) {
    const absence = own.length === 0 ? 'noFigure' : isOfKind ? 'fewFigures' : 'noneInPeriod';
    return { ...head, subtitle, body: { kind: 'absent', absence }, cited: [] };
  }
  const points = rows.map((figure) => ({
    ...{ seriesKey: figure.orgUnitCode, tickKey: figure.periodCode, value: figure.value },
    ...{ text: writtenText(figure, locale, indicator.measure), bound: isBound(figure) },
  }));
  const heads = units.map((unit) => ({
    ...{ key: unit.code, label: nameOf(unit, locale), reorganised: data.reorganised.get(unit.code) },
    focal: units.length === 1 || home.includes(unit.code),
  }));
  const codes = [...new Set(rows.map(({ periodCode }) => periodCode))].toReversed();
  const latest = codes.at(-1) ?? '';
  const drawn =
    yearToDateOf(latest) === null
      ? {
          ...trendOf(points, heads, timeTicks(codes, indicator.redefined, locale, data.reorganised.get(only.code))),
          firstOnTop: indicator.measure === 'rank',
        }
      : yearsAgainst(points, heads, latest, locale);
  const spec = noted<TrendSpec>(drawn, data.notes, { indicator: indicator.code, units: [...shown] }, locale);
  const year = yearToDateOf(latest);
  const span = year !== null ? [] : [codes[0], latest].flatMap((code) => (code ? [writtenPeriod(code, locale)] : []));
  return {
    ...head,
    ...(year !== null &&
      card.title === '' && {
        title: joined(against(name, year, locale), units.length === 1 ? nameOf(only, locale) : ''),
      }),
    subtitle: joined(subtitle, span.join('—')),
    body: {
      ...{ kind: 'chart', spec, table: tableTwin(spec, twinLabels(indicator, locale)), note: '' },
      fileName: `${name}_${listed(
        units.map((unit) => nameOf(unit, locale)),
        locale,
      )}`,
    },
    cited: rows,
  };
}

/** The title of a year to date, which is drawn against the year before. */
const against = (indicator: string, year: number, locale: Locale) =>
  translator(locale, 'indicators')('charts.yearAgainst', { indicator, year: `${year}`, before: `${year - 1}` });

/** The figures of the kind of period that has most of them, or of the asked period's kind until it; newest first. */
function inTime(own: readonly UnitRow[], asked: string): { rows: UnitRow[]; isOfKind: boolean } {
  const counts = new Map<string, number>();
  for (const { periodKind } of own) counts.set(periodKind, (counts.get(periodKind) ?? 0) + 1);
  const kind = parsePeriod(asked)?.kind ?? [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  const ofKind = own.filter(({ periodKind }) => periodKind === kind);
  const until = ofKind.find(({ periodCode }) => periodCode === asked)?.sortKey;
  const rows = ofKind.filter(({ sortKey }) => (asked === '' ? true : until !== undefined && sortKey <= until));
  const codes = new Set([...new Set(rows.map(({ periodCode }) => periodCode))].slice(0, mostPeriods));
  return {
    rows: rows.filter(({ periodCode }) => codes.has(periodCode)),
    isOfKind: until !== undefined || asked === '',
  };
}
