import { clsx } from 'clsx';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { CitedFrom } from '@/app/ui/figures/cited-from';
import { Section } from '@/app/ui/shell/section';
import { Pager } from '@/app/ui/tables/pager';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { parsePeriod, periodSortKey } from '@/lib/catalogue/periods/period';
import { linesBefore } from '@/lib/catalogue/units/predecessors/line-before';
import type { Predecessors } from '@/lib/catalogue/units/predecessors/words';
import type { IndicatorFigures } from '@/lib/catalogue/units/words';
import { noted } from '@/lib/dashboards/series/noted';
import { trendOf } from '@/lib/dashboards/series/period-series';
import { timeTicks } from '@/lib/dashboards/series/spaced-periods';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { TrendSpec } from '@/lib/dashboards/series/words';
import { yearsAgainst, yearToDateOf } from '@/lib/dashboards/series/year-to-date';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';
import { isBound, writtenText } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';
import { partName } from './before';

const fewestPeriods = 3;

/** The most charts on one page, since each brings its table. */
const mostCharts = 6;

/** Small line charts of the indicators with enough periods; a place has 1 on top. */
export function Trends(props: {
  lines: readonly IndicatorFigures[];
  unit: Named;
  /** What was before mergers and splits, and the days of these. */
  predecessors: Predecessors;
  reorganised: readonly string[];
  notes: readonly Annotation[];
  page: number;
  hrefOf: (page: number) => string;
  locale: Locale;
}) {
  const { unit, predecessors, reorganised, locale } = props;
  const t = translator(locale, 'units');
  const { parts, histories } = predecessors;
  const withBefore = props.lines.map((line) => {
    const latest = line.course.at(-1)?.figure.periodCode ?? '';
    const history = histories.find(({ indicator }) => indicator.code === line.indicator.code);
    const which = { unitCode: unit.code, periodKind: parsePeriod(latest)?.kind };
    return { ...line, before: yearToDateOf(latest) === null ? linesBefore(history, parts, which) : [] };
  });
  const all = withBefore.filter(
    ({ course, before, indicator }) =>
      course.length > 0 &&
      course.length + Math.max(0, ...before.map(({ points }) => points.length)) >= fewestPeriods &&
      indicator.measure !== 'flag',
  );
  if (all.length === 0) return null;
  const pages = Math.ceil(all.length / mostCharts);
  const page = Math.min(props.page, pages);
  const lines = all.slice((page - 1) * mostCharts, page * mostCharts);
  return (
    <Section id="trends" title={t('trends')}>
      <div className={clsx('grid gap-8', lines.length > 1 && 'md:grid-cols-2', lines.length > 2 && 'xl:grid-cols-3')}>
        {lines.map(({ indicator, course, before }) => {
          const name = nameOf(indicator, locale);
          const measured = unitOf(indicator, locale);
          const pointOf = (seriesKey: string, tickKey: string, figure: PrintedFigure) => ({
            ...{ seriesKey, tickKey, value: figure.value, bound: isBound(figure) },
            text: writtenText(figure, locale, indicator.measure),
          });
          const drawn = [
            [
              ...course.map(({ figure }) => pointOf(unit.code, figure.periodCode, figure)),
              ...before.flatMap(({ key, points }) =>
                points.map(({ periodCode, figure }) => pointOf(`before ${key}`, periodCode, figure)),
              ),
            ],
            [
              { key: unit.code, label: nameOf(unit, locale), focal: true, reorganised },
              ...before.map(({ key, part }) => ({
                key: `before ${key}`,
                label: part === null ? t('sum') : partName(part, unit.code, locale),
                dashed: part === null,
              })),
            ],
            timeTicks(
              inOrder([
                ...course.map(({ figure }) => figure.periodCode),
                ...before.flatMap(({ points }) => points.map(({ periodCode }) => periodCode)),
              ]),
              indicator.redefined,
              locale,
              reorganised,
            ),
          ] as const;
          const latest = course.at(-1)?.figure.periodCode ?? '';
          const lined =
            yearToDateOf(latest) === null
              ? { ...trendOf(...drawn), firstOnTop: indicator.measure === 'rank' }
              : yearsAgainst(drawn[0], drawn[1], latest, locale);
          const about = { indicator: indicator.code, units: [unit.code] };
          const spec = noted<TrendSpec>(lined, props.notes, about, locale);
          return (
            <ChartFrame
              key={indicator.code}
              id={`trend-${indicator.code}`}
              title={name}
              subtitle={measured}
              source={<CitedFrom figures={course.map(({ figure }) => figure)} all="#figures" locale={locale} />}
              spec={spec}
              table={tableTwin(spec, {
                name: t('unitName'),
                tick: t('period'),
                value: t('nameWithUnit', { name, unit: measured }),
                place: t('place'),
                benchmark: t('benchmark'),
                none: t('none'),
              })}
              height={200}
              locale={locale}
              fileName={`${nameOf(unit, locale)}-${name}`}
              put={withQuery(paths.putOnBoard, { kind: 'trend', indicator: indicator.code, unit: unit.code })}
            />
          );
        })}
      </div>
      <Pager page={page} pages={pages} hrefOf={props.hrefOf} locale={locale} />
    </Section>
  );
}

/** Periods in the order of time, each once. */
function inOrder(codes: readonly string[]): string[] {
  const key = (code: string) => {
    const period = parsePeriod(code);
    return period ? periodSortKey(period) : 0;
  };
  return [...new Set(codes)].sort((a, b) => key(a) - key(b));
}
