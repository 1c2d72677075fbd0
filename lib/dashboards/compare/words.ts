import type { Direction, Measure, UnitKind } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';

export type ComparedUnit = Named & { readonly kind: UnitKind };
export type ComparedIndicator = Named & {
  readonly topicCode: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly measure: Measure;
  readonly direction: Direction;
  /** The days from which a changed definition (口径) holds, oldest first. */
  readonly redefined: readonly string[];
};

/** All possible choices, each list in its official order. */
export type Choices = {
  readonly units: readonly ComparedUnit[];
  readonly indicators: readonly ComparedIndicator[];
  readonly topics: readonly Named[];
  readonly periods: readonly string[];
};

/** The most choices: more are not comparable at a glance, and the address would grow too long. */
export const limits = { units: 60, indicators: 12, periods: 12 } as const;

/** The most units that are all offered; of more, one is looked for. */
export const mostOffered = 200;

/** The most units that a search offers. */
export const mostFound = 50;

export const views = ['table', 'chart'] as const;
export type View = (typeof views)[number];

/** A choice as an address states it. `sort` is the key of a column; empty keeps the official order. */
export type Choice = {
  readonly units: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
  readonly transposed: boolean;
  readonly view: View;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
};

/** A measure in a period: a column of the table, or a row when it is transposed. */
export type Facet = { readonly key: string; readonly indicator: ComparedIndicator; readonly periodCode: string };

/**
 * A figure in the table with its place among the compared units; `shade` is 0 (worst) to 1 (best), null without a
 * place.
 */
export type HeatCell = {
  readonly figure: FigureView;
  readonly place: number | null;
  readonly of: number;
  readonly shade: number | null;
};
