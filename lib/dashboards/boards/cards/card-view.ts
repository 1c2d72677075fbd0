import type { RunChoice } from '@/lib/assessment/rankings/result-run';
import type { RankedRow } from '@/lib/assessment/rankings/several/words';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import type { BoardCard } from '@/lib/dashboards/boards/words';
import type { Facet, HeatCell } from '@/lib/dashboards/compare/words';
import type { ChartSpec, ChartTable } from '@/lib/dashboards/series/words';
import type { Named } from '@/lib/i18n/words';
import type { LampIndicator } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import type { LampMonth, ShownLamp } from '@/lib/monitoring/lamps/shown/words';
import type { FigureView } from '@/lib/observations/words';

/** Why a card shows nothing. */
export const absences = [
  'indicatorGone',
  'unitGone',
  'groupGone',
  'noFigure',
  'noneInPeriod',
  'fewFigures',
  'tooMany',
  'nothingMoves',
  'noRun',
  'noRunInPeriod',
  'noLamps',
  'lampsSignedIn',
] as const;
export type Absence = (typeof absences)[number];

/** A lamp as a board lists it. */
export type BoardLamp = ShownLamp & { readonly about: LampIndicator };

/** What a card shows, in the reader's language but for what its part writes. */
export type CardBody =
  | { readonly kind: 'figure'; readonly figure: FigureView; readonly indicator: IndicatorView }
  | {
      readonly kind: 'chart';
      readonly spec: ChartSpec;
      readonly table: ChartTable;
      readonly note: string;
      readonly fileName: string;
    }
  | {
      readonly kind: 'heat';
      readonly facets: readonly Facet[];
      readonly units: readonly Named[];
      /** The number of all units, of which a large group lists some. */
      readonly of: number;
      readonly cellOf: (unit: string, facet: string) => HeatCell | undefined;
      readonly focal: ReadonlySet<string>;
    }
  | {
      readonly kind: 'ranking';
      readonly run: RunChoice;
      readonly rows: readonly RankedRow[];
      readonly focal: ReadonlySet<string>;
    }
  | { readonly kind: 'lamps' | 'progress'; readonly lamps: readonly BoardLamp[]; readonly month: LampMonth }
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'absent'; readonly absence: Absence };

/** A card as it is shown. */
export type CardView = {
  readonly card: BoardCard;
  readonly title: string;
  /** The unit of measure, the unit or the group, and the period. */
  readonly subtitle: string;
  readonly body: CardBody;
  /** The figures whose documents the card names. */
  readonly cited: readonly Pick<FigureView, 'citation'>[];
  /** The page that it was taken from; empty for none. */
  readonly href: string;
};
