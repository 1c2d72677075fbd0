import { clsx } from 'clsx';
import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { CitedFrom } from '@/app/ui/figures/cited-from';
import { Section } from '@/app/ui/shell/section';
import { Pager } from '@/app/ui/tables/pager';
import type { IndicatorFigures } from '@/lib/catalogue/units/words';
import { trendOf } from '@/lib/dashboards/series/period-series';
import { timeTicks } from '@/lib/dashboards/series/spaced-periods';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import { yearsAgainst, yearToDateOf } from '@/lib/dashboards/series/year-to-date';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { isBound, writtenText } from '@/lib/observations/written';

const fewestPeriods = 3;

/** The most charts on one page, since each brings its table. */
const mostCharts = 6;

/** Small line charts of the indicators with enough periods; a place has 1 on top. */
export function Trends(props: {
  lines: readonly IndicatorFigures[];
  unit: Named;
  page: number;
  hrefOf: (page: number) => string;
  locale: Locale;
}) {
  const { unit, locale } = props;
  const t = translator(locale, 'units');
  const all = props.lines.filter(
    ({ course, indicator }) => course.length >= fewestPeriods && indicator.measure !== 'flag',
  );
  if (all.length === 0) return null;
  const pages = Math.ceil(all.length / mostCharts);
  const page = Math.min(props.page, pages);
  const lines = all.slice((page - 1) * mostCharts, page * mostCharts);
  return (
    <Section id="trends" title={t('trends')}>
      <div className={clsx('grid gap-8', lines.length > 1 && 'md:grid-cols-2', lines.length > 2 && 'xl:grid-cols-3')}>
        {lines.map(({ indicator, course }) => {
          const name = nameOf(indicator, locale);
          const measured = unitOf(indicator, locale);
          const drawn = [
            course.map(({ figure }) => ({
              seriesKey: unit.code,
              tickKey: figure.periodCode,
              value: figure.value,
              text: writtenText(figure, locale, indicator.measure),
              bound: isBound(figure),
            })),
            [{ key: unit.code, label: nameOf(unit, locale), focal: true }],
            timeTicks(
              course.map(({ figure }) => figure.periodCode),
              indicator.redefined,
              locale,
            ),
          ] as const;
          const latest = course.at(-1)?.figure.periodCode ?? '';
          const spec =
            yearToDateOf(latest) === null
              ? { ...trendOf(...drawn), firstOnTop: indicator.measure === 'rank' }
              : yearsAgainst(drawn[0], drawn[1], latest, locale);
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
            />
          );
        })}
      </div>
      <Pager page={page} pages={pages} hrefOf={props.hrefOf} locale={locale} />
    </Section>
  );
}
