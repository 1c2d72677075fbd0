import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { CitedFrom } from '@/app/ui/figures/cited-from';
import type { Principal } from '@/lib/access/principal';
import { chartNotes } from '@/lib/catalogue/annotations/queries';
import { reorganisedOn } from '@/lib/catalogue/comparing/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { OverviewChart, PlaceSettings } from '@/lib/catalogue/place/words';
import { peerBars, placeOf, yearlyTrend } from '@/lib/dashboards/overview/charts';
import { latestCovered, peerFigures, yearlyFigures } from '@/lib/dashboards/overview/queries';
import type { OverviewNames } from '@/lib/dashboards/overview/words';
import { noted } from '@/lib/dashboards/series/noted';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';
import { isBound } from '@/lib/observations/written';

export type DrawnChart = {
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly FigureView[];
  readonly spec: ChartSpec;
  readonly indicatorCode: string;
};

/** The charts of the overview with their figures; one without a figure or of an unknown indicator is left out. */
export async function drawnCharts(
  principal: Principal,
  { charts, homeUnits }: PlaceSettings,
  known: OverviewNames,
  locale: Locale,
): Promise<DrawnChart[]> {
  const drawn = await Promise.all(
    charts.map((chart) =>
      chart.kind === 'years'
        ? drawnYears(principal, chart, known, locale)
        : drawnRanking(principal, chart, homeUnits, known, locale),
    ),
  );
  return drawn.flatMap((one) => one ?? []);
}

async function drawnYears(
  principal: Principal,
  { indicatorCode, unitCode }: Extract<OverviewChart, { kind: 'years' }>,
  { names, indicators }: OverviewNames,
  locale: Locale,
): Promise<DrawnChart | null> {
  const [indicator, unit] = [indicators[indicatorCode], names[unitCode]];
  const [figures, reorganised, notes] = await Promise.all([
    yearlyFigures(principal, unitCode, indicatorCode),
    reorganisedOn([unitCode]),
    chartNotes(principal, { indicators: [indicatorCode], units: [unitCode] }),
  ]);
  if (!indicator || !unit || figures.length === 0) return null;
  const t = translator(locale, 'overview');
  const name = nameOf(unit, locale);
  const heads = { name, ...indicator, reorganised: reorganised.get(unitCode) ?? [] };
  const lined = yearlyTrend(figures, heads, locale);
  return {
    key: `years-${unitCode}-${indicatorCode}`,
    title: t('trendTitle', { city: name, indicator: nameOf(indicator, locale) }),
    subtitle: t('trendSubtitle', {
      from: figures[0]?.periodCode ?? '',
      to: figures.at(-1)?.periodCode ?? '',
      unit: unitOf(indicator, locale),
    }),
    figures,
    spec: lined.kind === 'trend' ? noted(lined, notes, { indicator: indicatorCode, units: [unitCode] }, locale) : lined,
    indicatorCode,
  };
}

async function drawnRanking(
  principal: Principal,
  { indicatorCode, peerGroupCode, periodCode }: Extract<OverviewChart, { kind: 'ranking' }>,
  homeUnits: readonly string[],
  { names, indicators }: OverviewNames,
  locale: Locale,
): Promise<DrawnChart | null> {
  const [indicator, group] = [indicators[indicatorCode], names[peerGroupCode]];
  const period = periodCode ?? (await latestCovered(indicatorCode, peerGroupCode));
  if (!indicator || !group || period === null) return null;
  const figures = await peerFigures(principal, {
    indicatorCodes: [indicatorCode],
    periodCode: period,
    group: peerGroupCode,
  });
  if (figures.length === 0) return null;
  const t = translator(locale, 'overview');
  const focal = homeUnits.map((code) => figures.find(({ orgUnitCode }) => orgUnitCode === code)).find(Boolean);
  const place =
    focal && indicator.direction !== 'none' ? placeOf(figures, focal.orgUnitCode, indicator.direction) : null;
  const words = { group: nameOf(group, locale), indicator: nameOf(indicator, locale) };
  return {
    key: `ranking-${peerGroupCode}-${indicatorCode}`,
    title:
      focal && place !== null
        ? t('rankedTitle', { ...words, city: nameOf(focal, locale), place })
        : t('rankedPlain', words),
    subtitle: t('subtitle', { period: writtenPeriod(period, locale), unit: unitOf(indicator, locale) }),
    figures,
    spec: peerBars(figures, focal?.orgUnitCode ?? '', indicator.direction, locale),
    indicatorCode,
  };
}

/** One chart of the overview. */
export function OverviewChartFrame(props: {
  chart: DrawnChart;
  known: OverviewNames;
  height?: number | undefined;
  locale: Locale;
}) {
  const { chart, known, height, locale } = props;
  const t = translator(locale, 'overview');
  const indicator = known.indicators[chart.indicatorCode];
  const value = indicator
    ? { name: nameOf(indicator, locale), unit: unitOf(indicator, locale) }
    : { name: '', unit: '' };
  return (
    <ChartFrame
      id={chart.key}
      title={chart.title}
      subtitle={chart.subtitle}
      source={<CitedFrom figures={chart.figures} locale={locale} />}
      {...(chart.figures.some(isBound) && { note: t('bounds') })}
      spec={chart.spec}
      table={tableTwin(chart.spec, {
        name: t('unit'),
        tick: t('period'),
        value: t('value', value),
        place: t('place'),
        benchmark: t('benchmark'),
        none: t('none'),
      })}
      {...(height !== undefined && { height })}
      locale={locale}
      fileName={`${chart.title}`}
    />
  );
}
