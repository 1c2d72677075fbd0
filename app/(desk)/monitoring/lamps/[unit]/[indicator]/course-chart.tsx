import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { Section } from '@/app/ui/shell/section';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { periodCode } from '@/lib/catalogue/periods/period';
import { noted } from '@/lib/dashboards/series/noted';
import { trendOf } from '@/lib/dashboards/series/period-series';
import { timeTicks } from '@/lib/dashboards/series/spaced-periods';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { LampCourse } from '@/lib/monitoring/lamps/shown/words';
import { writtenValue } from '@/lib/monitoring/lamps/written-lamp';
import { paths, withQuery } from '@/lib/paths';
import { decimalOf } from '@/lib/statistics/numbers';

/** What was expected and what was reached, month by month. */
export function CourseChart(props: { course: LampCourse; notes: readonly Annotation[]; locale: Locale }) {
  const { course, notes, locale } = props;
  const t = translator(locale, 'lamps');
  const { indicator, curve, year } = course;
  if (!curve) return null;
  const codes = course.months.map(({ month }) => periodCode('month', year, month));
  const pointOf = (seriesKey: string, at: number, value: number) => ({
    ...{ seriesKey, tickKey: codes[at] ?? '', value: decimalOf(value, indicator.decimals), bound: false },
    text: writtenValue(value, indicator),
  });
  const lined = trendOf(
    [
      ...course.months.flatMap(({ actual }, at) => (actual === null ? [] : [pointOf('actual', at, actual)])),
      ...curve.values.map((value, at) => pointOf('expected', at, value)),
    ],
    [
      { key: 'actual', label: t('columns.actual'), focal: true },
      { key: 'expected', label: t('columns.expected'), dashed: true },
    ],
    timeTicks(codes, [], locale, []),
  );
  const spec = noted(lined, notes, { indicator: indicator.code, units: [course.unit.code] }, locale);
  const [name, measured] = [nameOf(indicator, locale), unitOf(indicator, locale)];
  const u = translator(locale, 'units');
  return (
    <Section title={t('page.caption', { year: `${year}` })} id="chart">
      <ChartFrame
        id="lamp-course"
        title={name}
        subtitle={`${measured} · ${t(`page.source.${curve.source}`)}`}
        source={
          <a href={withQuery(paths.indicator(indicator.code), { unit: course.unit.code })}>{t('page.toFigures')}</a>
        }
        spec={spec}
        table={tableTwin(spec, {
          name: u('unitName'),
          tick: t('columns.month'),
          value: u('nameWithUnit', { name, unit: measured }),
          place: u('place'),
          benchmark: u('benchmark'),
          none: u('none'),
        })}
        height={240}
        locale={locale}
        fileName={`${nameOf(course.unit, locale)}-${name}`}
      />
    </Section>
  );
}
