import type { FigureRow } from '@/lib/reporting/import/check-figures';
import { type Month, momentIn, monthBefore, monthCode, monthOf, yearOf, yearToDateCode } from './months';
import { chance, inventedFigure, type Series, seriesOf, unitCodes } from './series';

/** Figures that were recorded at one moment, with the reason. */
export type Recorded = { readonly at: Date; readonly reason: string; readonly rows: readonly FigureRow[] };

/** The number of months with figures, and how many of them were recorded one by one. */
const months = 36;
const recent = 12;

/**
 * Three years of invented monthly figures up to the month before `reported`, in the order of their recording: all but
 * the last year at once, then month by month, a few of them as an estimate first. Cumulative figures are the sums of
 * their months, and parts add up to their whole. A month always gives the same figures.
 */
export function inventedFigures(reported: Month): Recorded[] {
  const last = monthBefore(reported);
  const first = last - months + 1;
  const batches = new Map<Month, FigureRow[]>();
  for (let month = first; month <= last; month += 1) {
    for (const unit of unitCodes) {
      for (const one of seriesOf(unit)) {
        for (const [at, row] of historyOf({ unit, one, month, last, year: yearOf(reported) })) {
          const batch = Math.max(at, last - recent);
          batches.set(batch, [...(batches.get(batch) ?? []), row]);
        }
      }
    }
  }
  return [...batches]
    .sort(([a], [b]) => a - b)
    .map(([month, rows]) => ({
      at: momentIn(month + 1, 10, 10),
      reason: month === last - recent ? '演示数据：历史数据' : `演示数据：${yearOf(month)}年${monthOf(month)}月月报`,
      rows,
    }));
}

type Place = { unit: string; one: Series; month: Month; last: Month; year: number };

/** The recordings of a figure, each with the month whose return contained it; the last is the current one. */
function historyOf({ unit, one, month, last, year }: Place): [Month, FigureRow][] {
  const figure = inventedFigure(unit, one, month);
  const vintage = yearOf(month) < year - 1 ? 'final' : yearOf(month) < year ? 'approved' : 'preliminary';
  const row: FigureRow = {
    indicator: one.indicator,
    unit,
    period: one.basis === 'month' ? monthCode(month) : yearToDateCode(month),
    value: figure.value,
    decimals: one.decimals,
    qualifier: 'exact',
    qualifierPrinted: '',
    vintage: month === last && vintage === 'preliminary' ? 'flash' : vintage,
    reportedYoy: figure.reportedYoy,
    periodPrinted: '',
    source: 'DEMO',
    locator: '月报',
    quote: '',
    note: '演示数据',
  };
  const isEstimatedFirst =
    !one.indicator.startsWith('DEMO_HAZ') &&
    month > last - recent &&
    month < last &&
    chance(unit, one.indicator, one.basis, month) < 0.1;
  if (!isEstimatedFirst || figure.estimate === figure.value) return [[month, row]];
  const estimate: FigureRow = { ...row, value: figure.estimate, vintage: 'flash', reportedYoy: null };
  return [
    [month, estimate],
    [month + 1, row],
  ];
}
