import { ChartFrame } from '@/app/ui/charts/chart-frame';
import { CitedFrom } from '@/app/ui/figures/cited-from';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { CardKind } from '@/lib/dashboards/boards/words';
import {
  mostDrawn,
  nothingMoves,
  rankingBars,
  rankingBump,
  rankingTrend,
  unitsOverTime,
} from '@/lib/dashboards/indicator/charts';
import { noted } from '@/lib/dashboards/series/noted';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import type { BumpSpec, ChartSpec, TrendSpec } from '@/lib/dashboards/series/words';
import { yearToDateOf } from '@/lib/dashboards/series/year-to-date';
import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Ranking } from '@/lib/observations/ranking/words';
import { paths, withQuery } from '@/lib/paths';

/**
 * The ranking as charts: bars of the period, lines and places over periods; a sentence in place of a chart without
 * information.
 */
export function RankingCharts(props: {
  ranking: Ranking;
  focal: ReadonlySet<string>;
  groupName: string;
  /** The notes about the indicator and its units; none where the figures are those of an earlier moment. */
  notes: readonly Annotation[];
  locale: Locale;
}) {
  const { ranking, groupName, locale } = props;
  const t = translator(locale, 'indicators');
  const { indicator } = ranking;
  const name = nameOf(indicator, locale);
  const unit = unitOf(indicator, locale);
  const period = writtenPeriod(ranking.periodCode, locale);
  const year = yearToDateOf(ranking.periodCode);
  const withNotes = <Spec extends TrendSpec | BumpSpec>(spec: Spec | null) =>
    spec && noted(spec, props.notes, { indicator: indicator.code }, locale);
  const [bars, trend, bump] = [rankingBars(props), withNotes(rankingTrend(props)), withNotes(rankingBump(props))];
  const twinOf = (spec: ChartSpec) =>
    tableTwin(spec, {
      name: t('charts.name'),
      tick: t('charts.tick'),
      value: t('columns.value', { unit }),
      place: t('columns.place'),
      benchmark: t('columns.place'),
      none: '—',
    });
  const span = (spec: ChartSpec) => {
    const ticks = 'ticks' in spec ? spec.ticks : [];
    return { from: ticks[0]?.label ?? '', to: ticks.at(-1)?.label ?? '' };
  };
  const missing = ranking.rows.filter(({ figure }) => figure === null).map((row) => nameOf(row.unit, locale));
  const barNotes = [
    missing.length > 0 && missing.length <= 13 && t('charts.missing', { units: listed(missing, locale) }),
    ranking.rows.length > mostDrawn && t('charts.many', { count: mostDrawn }),
  ].filter((note) => note !== false);
  const ranked = ranking.rows.flatMap(({ figure }) => figure ?? []);
  const all = (
    <a href="#figures" className="underline hover:text-sea">
      {t('charts.seeFigures')}
    </a>
  );
  const put = (kind: CardKind, more: Readonly<Record<string, string>> = { group: ranking.peerGroupCode }) =>
    withQuery(paths.putOnBoard, { kind, indicator: indicator.code, ...more });
  const file = (chart: string) => `${name}_${groupName}_${chart}`;
  const frame = 'min-w-0 rounded-md border border-rule bg-card p-4 md:p-5 print:break-inside-avoid print:p-2';
  const size = bump?.series.length ?? 0;
  const still = bump !== null && nothingMoves(bump);
  return (
    <div className="grid gap-6 xl:grid-cols-2 print:grid-cols-2 print:gap-3 print:[&_[data-chart]_svg]:max-h-[58mm]!">
      {bars && (
        <div className={frame}>
          <ChartFrame
            id="bars"
            title={t('charts.bars', { indicator: name, period })}
            subtitle={t('charts.subtitle', { unit })}
            source={<CitedFrom figures={ranked} all="#figures" locale={locale} />}
            note={barNotes.join(' ')}
            spec={bars}
            table={twinOf(bars)}
            locale={locale}
            fileName={file(period)}
            put={put('bars')}
          />
        </div>
      )}
      {trend && (
        <div className={frame}>
          <ChartFrame
            id="trend"
            title={
              year === null
                ? t('charts.trend', { indicator: name, ...span(trend) })
                : t('charts.yearAgainst', { indicator: name, year: `${year}`, before: `${year - 1}` })
            }
            subtitle={t('charts.subtitle', { unit })}
            source={all}
            note={[
              t('charts.trendNote'),
              !ranking.hasCourses && t('charts.leading', { count: trend.series.length, all: ranking.rows.length }),
            ]
              .filter((note) => note !== false)
              .join(' ')}
            spec={trend}
            table={twinOf(trend)}
            locale={locale}
            fileName={file(t('columns.course'))}
            put={put('trend', {
              unit: unitsOverTime(props)
                .map((row) => row.unit.code)
                .filter((code, _, all) => props.focal.size === 0 || props.focal.has(code) || all.length === 1)
                .join(),
            })}
          />
        </div>
      )}
      {bump && !still && (
        <div className={frame}>
          <ChartFrame
            id="bump"
            title={t('charts.bump', { indicator: name, ...span(bump) })}
            subtitle={t('charts.bumpSubtitle', { group: groupName, count: size })}
            source={all}
            note={indicator.measure === 'rank' ? undefined : t('charts.bumpNote', { count: size })}
            spec={bump}
            table={twinOf(bump)}
            locale={locale}
            fileName={file(t('columns.place'))}
            put={put('bump')}
          />
        </div>
      )}
      {bump && still && (
        <p className="text-ink-2 xl:col-span-2">{t('charts.noChange', { ...span(bump), count: size })}</p>
      )}
      {!bars && !trend && !bump && (
        <p className="text-ink-2">{t('charts.noBars', { period, count: ranking.reported })}</p>
      )}
      {bars && !trend && !bump && <p className="text-ink-2">{t('charts.noTrend')}</p>}
    </div>
  );
}
