import { emptyEntry } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import {
  type CheckedFigure,
  type CheckedIndicator,
  type FigureEntry,
  type FigureKey,
  type FigureState,
  type InForce,
  type PeerSpread,
  writableStates,
} from '@/lib/reporting/words';

type Written = FigureKey & {
  readonly isRequired: boolean;
  readonly indicator: CheckedIndicator;
  readonly written: (FigureEntry & Approved) | null;
};
type Approved = {
  readonly state: FigureState;
  readonly approvedValue: string | null;
  readonly approvedYoy: string | null;
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

/** 核定数 of a figure in review or approved, which the checks look at; null where the typed value counts. */
export function inForce(written: Approved | null): InForce | null {
  if (!written || writableStates.includes(written.state) || written.approvedValue === null) return null;
  return { value: written.approvedValue, yoy: written.approvedYoy };
}
