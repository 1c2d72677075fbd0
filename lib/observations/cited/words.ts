import type { Measure } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { PrintedFigure, Vintage } from '@/lib/observations/words';

/** The longest texts of a cited figure. */
export const longest = {
  name: 100,
  period: 60,
  printed: 200,
  yoy: 60,
  scope: 60,
  locator: 200,
  quote: 1000,
  note: 500,
};

/** The most figures that are decided at once, and the most rows of a file. */
export const mostDecided = 100;
export const mostRows = 20_000;

/** The columns of a tidy file of cited figures, as the import of the command line names them. */
export const tidyColumns = [
  'indicator',
  'unit',
  'period',
  'value',
  'qualifier',
  'qualifier_printed',
  'vintage',
  'reported_yoy',
  'period_printed',
  'source',
  'locator',
  'quote',
  'note',
] as const;
export type TidyColumn = (typeof tidyColumns)[number];
/** Columns that a file may leave out: what they say is asked for beside the file, or is nothing. */
export const neededColumns = ['indicator', 'unit', 'period', 'value'] as const satisfies readonly TidyColumn[];

export type FaultKey =
  | 'unknownIndicator'
  | 'unknownUnit'
  | 'unknownSource'
  | 'severalNames'
  | 'notResponsible'
  | 'withdrawnSource'
  | 'notAPeriod'
  | 'notANumber'
  | 'notAGrowth'
  | 'unknownQualifier'
  | 'unknownVintage'
  | 'notCited'
  | 'required'
  | 'tooLong'
  | 'twice';

/** A fault in a cell; `names` are the nearest, or those that it may mean. */
export type CellFault = {
  readonly row: number;
  readonly column: TidyColumn;
  readonly key: FaultKey;
  readonly value: string;
  readonly names: readonly Named[];
};

/** A figure that was read out of a form or a row, ready to wait for a second person. */
export type ReadCited = PrintedFigure & {
  readonly indicatorCode: string;
  readonly orgUnitCode: string;
  readonly periodCode: string;
  readonly printed: string;
  readonly vintage: Vintage;
  readonly reportedYoy: string | null;
  readonly sourceCode: string;
  readonly locator: string;
  readonly quote: string;
  readonly note: string;
};

/** What a second person should look at; computed when the figure is shown. */
export type CitedFinding =
  | { readonly kind: 'moved' | 'lowerVintage' | 'sourceWithdrawn' | 'notInQuote' | 'manyDecimals' }
  | { readonly kind: 'beforeUnit'; readonly from: string }
  | { readonly kind: 'jump'; readonly times: string; readonly from: 'shown' | 'yearEarlier' }
  | { readonly kind: 'growthDiffers'; readonly computed: string; readonly printed: string }
  | { readonly kind: 'growthCleared'; readonly was: string }
  /** The register of which it was counted would count another number now. */
  | { readonly kind: 'countMoved'; readonly now: string }
  | { readonly kind: 'rankCleared'; readonly scope: string };

/** What is known about a figure when it is looked at. */
export type CitedFacts = {
  readonly kind: 'record' | 'withdraw';
  readonly measure: Measure;
  readonly decimals: number;
  readonly periodCode: string;
  /** The first day of its unit; null where none is known. */
  readonly unitFrom: string | null;
  readonly now: (PrintedFigure & { readonly vintage: Vintage; readonly reportedYoy: string | null }) | null;
  readonly quote: string;
  readonly sourceWithdrawn: string | null;
  readonly replaces: number | null;
  readonly shownRevision: number | null;
  readonly shown: (PrintedFigure & { readonly vintage: Vintage; readonly reportedYoy: string | null }) | null;
  /** The set in which a published rank would go; empty for none. */
  readonly clearedScope: string;
  /** What its register counts now for the same; null for a figure that was not counted. */
  readonly countedNow?: number | null;
  readonly yearEarlier: PrintedFigure | null;
};

/** The mark of a shown figure that a form had; without a revision what all marks of its key begin with. */
export function seenMark(of: {
  readonly indicatorCode: string;
  readonly unitCode: string;
  readonly periodCode: string;
  readonly revision: number | null;
}): string {
  return `${of.indicatorCode} ${of.unitCode} ${of.periodCode} ${of.revision ?? ''}`;
}

/** The id of the figures of one file: its name, and a mark that tells files of one name apart. */
export function batchIdOf(fileName: string, mark: string): string {
  return `${fileName}#${mark}`;
}

/** The name of the file of such an id. */
export function batchName(batchId: string): string {
  return batchId.replace(/#[^#]*$/, '');
}
