import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { longestCourse } from '@/lib/catalogue/units/portrait';
import type { IndicatorFigures, UnitName } from '@/lib/catalogue/units/words';
import { trendOf } from '@/lib/dashboards/series/period-series';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';

const fewestPeriods = 3;

/** Small lines of the indicators that have periods enough to make one. */
export function Trends(props: { lines: readonly IndicatorFigures[]; unit: UnitName; locale: Locale }) {
  const { lines, unit, locale } = props;
  const t = translator(locale, 'units');
  const courses = lines
    .map((line) => ({ line, course: longestCourse(line) }))
    .filter(({ line, course }) => course.length >= fewestPeriods && line.indicator.measure !== 'flag');
  if (courses.length === 0) return null;
  return (
    <Section id="trends" title={t('trends')}>
      <div className="grid gap-x-8 gap-y-8 md:grid-cols-2 xl:grid-cols-3">
        {courses.map(({ line: { indicator }, course }) => {
          const name = nameOf(indicator, locale);
          const measured = unitOf(indicator, locale);
          const spec = trendOf(
            course.map(({ figure }) => ({
              seriesKey: unit.code,
              tickKey: figure.periodCode,
              value: figure.value,
              text: writtenText(figure, locale, indicator.measure),
              bound: figure.qualifier === 'at_least' || figure.qualifier === 'at_most',
            })),
            [{ key: unit.code, label: nameOf(unit, locale), focal: true }],
            course.map(({ figure }) => ({ key: figure.periodCode, label: writtenPeriod(figure.periodCode, locale) })),
          );
          return (
            <ChartFrame
              key={indicator.code}
              id={`trend-${indicator.code}`}
              title={name}
              subtitle={measured}
              source={t('source')}
              spec={spec}
              table={tableTwin(spec, {
                name: t('unitName'),
                tick: t('period'),
                value: `${name}（${measured}）`,
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
    </Section>
  );
}
