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
/** The messages of the formulas: `formulas.minMax`, and of a method that has several `formulas.bonus.ledger`. */
export type FormulaKey = {
  [K in keyof Formulas & string]: Formulas[K] extends string
    ? `formulas.${K}`
    : `formulas.${K}.${keyof Formulas[K] & string}`;
}[keyof Formulas & string];

/** What is true of a method, always or by its parameters. */
export type Fact<M, T extends string | boolean | null> = T | ((method: M) => T);

/** What a curve is drawn with: no peers, but letters that stand for what they would give; NaN for one that is lacking. */
export type Sample = {
  readonly better: 'higher' | 'lower';
  /** The points of the item. */
  readonly weight: number;
  readonly term: (letter: string) => number;
};

/** What a form and a sheet have to know of a method. `blank` is what it begins with, all its parameters included. */
export type Form<M> = {
  readonly fields: readonly MethodField[];
  readonly blank: Readonly<Omit<M, 'kind'>>;
  readonly formulaKey: (method: M) => FormulaKey;
};

/** All there is to a method but its schema, which the browser is spared. Nothing may be left out: each line is a decision. */
export type Room<M> = Form<M> & {
  /** What is scored: a figure of the item's indicator, or entries of the ledger of that kind. */
  readonly takes: Fact<M, 'figure' | 'deduction' | 'bonus' | 'score'>;
  /** Whether the formula has to know which way is better. */
  readonly needsDirection: Fact<M, boolean>;
  /** Whether it is about an interval, so that neither more nor less is better. */
  readonly isOfRange: boolean;
  /** Whether a unit is scored against its peers, so that a group of one cannot be. */
  readonly needsPeers: Fact<M, boolean>;
  /** Which of the unit's own targets it is held against. */
  readonly target: Fact<M, 'base' | 'stretch' | null>;
  /** Which earlier value it needs. */
  readonly earlier: Fact<M, 'yearEarlier' | 'previous' | null>;
  /** Whether there is nothing but all or nothing, and no formula. */
  readonly isYesOrNo: Fact<M, boolean>;
  /** This method in the place of another that is a scale too; null for what is a rule of the assessment, no scale. */
  readonly asScale: ((bounds: Bounds) => M) | null;
  /** Makes the method ready for the values of one item: what it is scored against, and how each unit is. */
  readonly prepare: (method: M, peers: Peers) => Prepared;
  /** The share of one value without any inputs, for the curve. */
  readonly at: (method: M, x: number, sample: Sample) => Outcome;
  readonly span: (method: M, item: { readonly direction: ItemDirection | null; readonly weight: number }) => Span;
  /**
   * The formula by which it came to a share in percent, with its numbers, before floor and cap. Null where no formula was
   * applied: then a rule decided, and a note says which.
   */
  readonly formula: (method: M, letters: Letters) => Expression | null;
  /** What is wrong with the parameters, whatever the catalogue says. `path` is the method's own in the document. */
  readonly findings: (method: M, path: string, direction: ItemDirection | null) => SchemeFinding[];
};
