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
};

/** Everything that can be chosen, each list in its official order. */
export type Choices = {
  readonly units: readonly ComparedUnit[];
  readonly indicators: readonly ComparedIndicator[];
  readonly topics: readonly Named[];
  readonly periods: readonly string[];
};

/** More than this is not a comparison any more, and the address would grow too long. */
export const limits = { units: 60, indicators: 12, periods: 12 } as const;

export const views = ['table', 'chart'] as const;
export type View = (typeof views)[number];

/** What the address asks for. `sort` is the key of a column; empty keeps the official order. */
export type Choice = {
  readonly units: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
  readonly transposed: boolean;
  readonly view: View;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
};

/** A measure in a period: a column of the table, or a row when it is turned. */
export type Facet = { readonly key: string; readonly indicator: ComparedIndicator; readonly periodCode: string };

/** A figure in the table: its place among the units compared, 0 (worst) to 1 (best) as `shade`; null without a place. */
export type HeatCell = {
  readonly figure: FigureView;
  readonly place: number | null;
  readonly of: number;
  readonly shade: number | null;
};
