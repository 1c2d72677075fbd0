import type { FrozenEntry } from '@/lib/assessment/runs/words';
import type { Named } from '@/lib/i18n/words';
import type { Qualifier } from '@/lib/observations/words';

/** An assessed unit; `order` is its place in the official order. */
export type AssessedUnit = Named & {
  readonly order: number;
};

/** A figure as of the freezing; `value` is a decimal string. */
export type InputFigure = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly value: string;
  readonly qualifier: Qualifier;
};

/** The targets of a unit in the year of the run; decimal strings. */
export type InputTarget = {
  readonly indicator: string;
  readonly unit: string;
  readonly base: string;
  readonly stretch: string | null;
};

/**
 * An entry of the ledger. `node` is the key of its item or block, empty for the total; for a veto `rule` names the
 * scheme's rule. `points` are on the node's own scale and never negative: the kind tells the sign.
 */
export type InputEntry = FrozenEntry;

/** All inputs of a scheme. The order of the lists does not matter. */
export type Inputs = {
  readonly period: string;
  /** Whether the deadline has passed: before that a missing figure is pending, whatever the scheme's policy. */
  readonly deadlinePassed: boolean;
  readonly units: readonly AssessedUnit[];
  readonly figures: readonly InputFigure[];
  readonly targets: readonly InputTarget[];
  readonly entries: readonly InputEntry[];
};
