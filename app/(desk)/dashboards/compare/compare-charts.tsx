import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { CitedFrom } from '@/app/ui/figures/cited-from';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { HeatTable } from '@/lib/dashboards/compare/heat';
import type { Choice, Choices, ComparedIndicator } from '@/lib/dashboards/compare/words';
import { noted } from '@/lib/dashboards/series/noted';
import { trendOf } from '@/lib/dashboards/series/period-series';
import { rankedBars } from '@/lib/dashboards/series/ranked-bars';
import { timeTicks } from '@/lib/dashboards/series/spaced-periods';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ReorganisedOn } from '@/lib/observations/ranking/words';
import { isBound, writtenText } from '@/lib/observations/written';

type Props = {
  home: readonly string[];
  heat: HeatTable;
  choice: Choice;
  choices: Choices;
  reorganised: ReorganisedOn;
  notes: readonly Annotation[];
  locale: Locale;
};

/** The comparison as charts: one for each indicator, bars for one period, lines for several. */
export function CompareCharts(props: Props) {
  const indicators = props.choice.indicators.flatMap(
    (code) => props.choices.indicators.find((one) => one.code === code) ?? [],
  );
  return (
    <div className="grid gap-x-8 gap-y-10 lg:grid-cols-2">
      {indicators.map((indicator) => (
        <OneIndicator key={indicator.code} indicator={indicator} {...props} />
      ))}
    </div>
  );
}

function OneIndicator(props: Props & { indicator: ComparedIndicator }) {
  const { home, heat, choice, choices, reorganised, locale, indicator } = props;
  const t = translator(locale, 'compare');
  const units = choices.units.filter((unit) => choice.units.includes(unit.code));
  const figureOf = (unit: string, period: string) => heat.cellOf(unit, `${indicator.code}.${period}`)?.figure;
  const figures = units.flatMap((unit) =>
    choice.periods.map((period) => ({ unit, period, figure: figureOf(unit.code, period) })),
  );
  const rows = figures.map(({ unit, period, figure }) => ({
    key: unit.code,
    seriesKey: unit.code,
    tickKey: period,
    label: nameOf(unit, locale),
    value: figure?.value ?? null,
    text: figure ? writtenText(figure, locale, indicator.measure) : '',
    bound: figure ? isBound(figure) : false,
    focal: home.includes(unit.code),
  }));
  const several = choice.periods.length > 1;
  const ticks = timeTicks([...choice.periods].reverse(), indicator.redefined, locale);
  const heads = units.map((unit) => ({
    ...{ key: unit.code, label: nameOf(unit, locale), focal: home.includes(unit.code) },
    reorganised: reorganised.get(unit.code),
  }));
  const bars = rankedBars(rows, indicator.direction);
  const spec = several
    ? noted(trendOf(rows, heads, ticks), props.notes, { indicator: indicator.code }, locale)
    : bars.spec;
  const name = nameOf(indicator, locale);
  const unit = unitOf(indicator, locale);
  const periods = [...choice.periods]
    .reverse()
    .map((code) => writtenPeriod(code, locale))
    .join(' · ');
  return (
    <ChartFrame
      id={`compare-${indicator.code}`}
      title={t('facet', { indicator: name, period: periods })}
      subtitle={unit}
      source={<CitedFrom figures={figures.flatMap(({ figure }) => figure ?? [])} locale={locale} />}
      note={!several && bars.missing.length > 0 ? t('missing', { units: listed(bars.missing, locale) }) : undefined}
      spec={spec}
      table={tableTwin(spec, {
        name: t('units'),
        tick: t('period'),
        value: `${name} (${unit})`,
        place: t('place'),
        benchmark: t('benchmark'),
        none: t('none'),
      })}
      locale={locale}
      fileName={name}
    />
  );
}
