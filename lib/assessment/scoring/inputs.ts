import type { FrozenEntry } from '@/lib/assessment/runs/words';
import type { Named } from '@/lib/i18n/words';
import type { Qualifier } from '@/lib/observations/words';

/** A unit that is assessed; `order` is its place in the official order. */
export type AssessedUnit = Named & {
  readonly order: number;
};

/** A figure as it stood when the inputs were frozen; `value` is a decimal string. */
export type InputFigure = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly value: string;
  readonly qualifier: Qualifier;
};

/** What a unit is to reach in the year of the run; decimal strings. */
export type InputTarget = {
  readonly indicator: string;
  readonly unit: string;
  readonly base: string;
  readonly stretch: string | null;
};

/**
 * An entry of the ledger. `node` is the key of the item or block it is about, empty for the total; for a veto `rule` names
 * the scheme's rule. `points` are of the node's own scale and never negative: the kind says which way they go.
 */
export type InputEntry = FrozenEntry;

/** All that a scheme is applied to. The order of the lists means nothing. */
export type Inputs = {
  readonly period: string;
  /** Whether figures can still come in: then a missing one is pending, whatever the scheme says of missing ones. */
  readonly deadlinePassed: boolean;
  readonly units: readonly AssessedUnit[];
  readonly figures: readonly InputFigure[];
  readonly targets: readonly InputTarget[];
  readonly entries: readonly InputEntry[];
};
