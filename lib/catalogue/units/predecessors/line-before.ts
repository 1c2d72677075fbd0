import { parsePeriod } from '@/lib/catalogue/periods/period';
import type { Part, PartHistory } from '@/lib/catalogue/units/predecessors/words';
import type { FigureView, PrintedFigure } from '@/lib/observations/words';

/** The most predecessors that a chart draws; beside more it draws none. */
const mostLines = 4;

/** A line of a chart before a merger or a split: the sum of the predecessors, or one of them. */
export type LineBefore = {
  readonly key: string;
  readonly part: Part | null;
  readonly points: readonly { readonly periodCode: string; readonly figure: PrintedFigure }[];
};

/**
 * What a chart draws before a unit began, in periods of the kind of its own course: the sum where there is one in every
 * period, else each predecessor. `unitCode` is left out where its own line has these figures already.
 */
export function linesBefore(
  history: PartHistory | undefined,
  parts: readonly Part[],
  { unitCode, periodKind }: { unitCode: string; periodKind: string | undefined },
): LineBefore[] {
  const periods = (history?.periods ?? []).filter(
    ({ periodCode }) => periodKind === undefined || parsePeriod(periodCode)?.kind === periodKind,
  );
  if (periods.length === 0) return [];
  const sums = periods.flatMap(({ periodCode, sum }) => (sum ? [{ periodCode, figure: exactly(sum) }] : []));
  if (sums.length === periods.length) return [{ key: 'sum', part: null, points: sums }];
  const others = parts.filter(({ code }) => code !== unitCode);
  if (others.length > mostLines) return [];
  return others.map((part) => {
    const at = parts.indexOf(part);
    const points = periods.flatMap(({ periodCode, figures }) => pointOf(periodCode, figures[at] ?? null));
    return { key: part.code, part, points };
  });
}

const exactly = (sum: { value: string; decimals: number }): PrintedFigure => ({
  ...sum,
  qualifier: 'exact',
  qualifierPrinted: '',
});

const pointOf = (periodCode: string, figure: FigureView | null) => (figure ? [{ periodCode, figure }] : []);
