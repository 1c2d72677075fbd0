import { emptyEntry } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { CheckedFigure, CheckedIndicator, FigureEntry, FigureKey, PeerSpread } from '@/lib/reporting/words';

type Written = FigureKey & {
  readonly isRequired: boolean;
  readonly indicator: CheckedIndicator;
  readonly written: FigureEntry | null;
};

/** The figures of a return as inputs of the checks. */
export function checkedFigures(
  figures: readonly Written[],
  peers: Readonly<Record<string, PeerSpread>>,
): CheckedFigure[] {
  return figures.map((figure) => ({
    indicatorCode: figure.indicatorCode,
    periodCode: figure.periodCode,
    indicator: figure.indicator,
    isRequired: figure.isRequired,
    entry: figure.written ?? emptyEntry,
    peers: peers[keyOf(figure)] ?? null,
  }));
}
