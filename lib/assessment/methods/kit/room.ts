import type { Bounds } from '@/lib/assessment/schemes/atoms/bounds';
import type { SchemeFinding } from '@/lib/assessment/schemes/words';
import type { ItemDirection } from '@/lib/assessment/words';
import type { methods } from '@/lib/i18n/zh-CN/methods';
import type { Span } from './curve';
import type { Expression } from './expression';
import type { MethodField } from './fields';
import type { Letters } from './letters';
import type { Outcome, Peers, Prepared } from './peers';

type Formulas = (typeof methods)['formulas'];
/** The message keys of formulas: `formulas.minMax`, or `formulas.bonus.ledger` for a method with several. */
export type FormulaKey = {
  [K in keyof Formulas & string]: Formulas[K] extends string
    ? `formulas.${K}`
    : `formulas.${K}.${keyof Formulas[K] & string}`;
}[keyof Formulas & string];

/** A property of a method, constant or computed from its parameters. */
export type Fact<M, T extends string | boolean | null> = T | ((method: M) => T);

/** The inputs of a curve: no peers, but sample letters in their place; NaN for a missing one. */
export type Sample = {
  readonly better: 'higher' | 'lower';
  /** The points of the item. */
  readonly weight: number;
  readonly term: (letter: string) => number;
};

/** What a form and a sheet need of a method. `blank` is its initial state, with all parameters. */
export type Form<M> = {
  readonly fields: readonly MethodField[];
  readonly blank: Readonly<Omit<M, 'kind'>>;
  readonly formulaKey: (method: M) => FormulaKey;
};

/**
 * The definition of a method without its schema, which browsers do not load. All properties are required: each is a
 * decision.
 */
export type Room<M> = Form<M> & {
  /** What is scored: a figure of the item's indicator, or entries of the ledger of one kind. */
  readonly takes: Fact<M, 'figure' | 'deduction' | 'bonus' | 'score'>;
  /** Whether the formula needs the direction of the item. */
  readonly needsDirection: Fact<M, boolean>;
  /** Whether the method scores an interval, so that neither more nor less is better. */
  readonly isOfRange: boolean;
  /** Whether a unit is scored against its peers, so that a group of one cannot be. */
  readonly needsPeers: Fact<M, boolean>;
  /** The unit's own target that the method uses, if any. */
  readonly target: Fact<M, 'base' | 'stretch' | null>;
  /** The earlier value that the method needs, if any. */
  readonly earlier: Fact<M, 'yearEarlier' | 'previous' | null>;
  /** Whether the method scores all or nothing and has no formula. */
  readonly isYesOrNo: Fact<M, boolean>;
  /** The values at which the share leaps, as the lines of bands and gates; `terms` are the letters of a unit. */
  readonly lines: (method: M, terms: Readonly<Record<string, number>>) => readonly number[];
  /**
   * The method with other bounds, to replace another scale in a what-if; null for a method that is a rule and no scale.
   */
  readonly asScale: ((bounds: Bounds) => M) | null;
  /** Prepares the method for the values of one item: the basis of the scores, and a function that scores a unit. */
  readonly prepare: (method: M, peers: Peers) => Prepared;
  /** The share of one value without other inputs, for the curve. */
  readonly at: (method: M, x: number, sample: Sample) => Outcome;
  readonly span: (method: M, item: { readonly direction: ItemDirection | null; readonly weight: number }) => Span;
  /**
   * The formula of a share in percent, with its numbers, before floor and cap. Null where a rule decided instead, as a
   * note says.
   */
  readonly formula: (method: M, letters: Letters) => Expression | null;
  /** Faults of the parameters that do not depend on the catalogue. `path` is the method's own in the document. */
  readonly findings: (method: M, path: string, direction: ItemDirection | null) => SchemeFinding[];
};
