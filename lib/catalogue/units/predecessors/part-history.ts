import { addsUp } from '@/lib/catalogue/comparing/adds-up';
import { parsePeriod, periodDays, periodSortKey } from '@/lib/catalogue/periods/period';
import type { Part, PartFigure, PartHistory, PartPeriod } from '@/lib/catalogue/units/predecessors/words';
import type { FigureView } from '@/lib/observations/words';
import { sumOfDecimals } from '@/lib/statistics/numbers';

/**
 * The figures of the parts by indicator and period, in the order given. A sum stands where the office says that the
 * figures add up, the indicator is one that does, and every part that merged by then has an exact figure.
 */
export function partHistories(parts: readonly Part[], rows: readonly PartFigure[]): PartHistory[] {
  const byIndicator = new Map<string, PartFigure[]>();
  for (const row of rows) byIndicator.set(row.indicator.code, [...(byIndicator.get(row.indicator.code) ?? []), row]);
  return [...byIndicator.values()].flatMap((own) => {
    const indicator = own[0]?.indicator;
    if (!indicator) return [];
    const codes = [...new Set(own.map(({ figure }) => figure.periodCode))];
    const periods = codes
      .sort((a, b) => keyOf(b) - keyOf(a))
      .map((code) => periodOf(code, parts, own, addsUp(indicator)));
    return [{ indicator, periods }];
  });
}

function periodOf(periodCode: string, parts: readonly Part[], own: readonly PartFigure[], canSum: boolean): PartPeriod {
  const figures = parts.map(
    ({ code }) =>
      own.find(({ figure }) => figure.orgUnitCode === code && figure.periodCode === periodCode)?.figure ?? null,
  );
  return { periodCode, figures, sum: canSum ? sumOf(periodCode, parts, figures) : null };
}

function sumOf(periodCode: string, parts: readonly Part[], figures: readonly (FigureView | null)[]) {
  const end = endOf(periodCode);
  const merged = parts.flatMap((part, at) =>
    part.isMerged && end !== '' && end < part.happenedOn ? [{ part, figure: figures[at] ?? null }] : [],
  );
  const exact = merged.flatMap(({ figure }) => (figure?.qualifier === 'exact' ? [figure] : []));
  if (merged.length < 2 || exact.length < merged.length || !merged.every(({ part }) => part.addsUp)) return null;
  return {
    value: sumOfDecimals(exact.map(({ value }) => value)),
    decimals: Math.max(...exact.map(({ decimals }) => decimals)),
  };
}

function endOf(code: string): string {
  const period = parsePeriod(code);
  return (period && periodDays(period)?.endsOn) ?? '';
}

function keyOf(code: string): number {
  const period = parsePeriod(code);
  return period ? periodSortKey(period) : 0;
}
