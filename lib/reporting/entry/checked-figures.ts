import { emptyEntry } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import {
  type CheckedFigure,
  type CheckedIndicator,
  type FigureEntry,
  type FigureKey,
  type FigureState,
  type PeerSpread,
  writableStates,
} from '@/lib/reporting/words';

type Written = FigureKey & {
  readonly isRequired: boolean;
  readonly indicator: CheckedIndicator;
  readonly written: (FigureEntry & { readonly state: FigureState; readonly approvedValue: string | null }) | null;
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
    inForce: inForce(figure.written),
    peers: peers[keyOf(figure)] ?? null,
  }));
}

/** 核定数 of a figure in review or approved, which counts for the others; null where the typed value does. */
export function inForce(
  written: { readonly state: FigureState; readonly approvedValue: string | null } | null,
): string | null {
  return written && !writableStates.includes(written.state) ? written.approvedValue : null;
}
