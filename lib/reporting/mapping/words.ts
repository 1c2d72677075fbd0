import type { PrintedFigure } from '@/lib/observations/words';
import type { StagedFinding } from '@/lib/reporting/import/words';

/** What a column of a sheet holds: figures, their published growth or rank, what names them, or nothing that is read. */
export const columnUses = [
  'value',
  'yoy',
  'rank',
  'unit',
  'indicator',
  'period',
  'measure',
  'qualifier',
  'ignore',
] as const;
export type ColumnUse = (typeof columnUses)[number];

/**
 * Where units and indicators are named: in a column, in the heads, in lines between the rows (一、税收收入), or nowhere, and
 * then one is given.
 */
export const namePlaces = ['column', 'head', 'line', 'fixed'] as const;
export type NamePlace = (typeof namePlaces)[number];
/** Where periods are named; a title names one for the whole sheet. */
export const periodPlaces = ['column', 'head', 'line', 'title', 'fixed'] as const;
export type PeriodPlace = (typeof periodPlaces)[number];

/** What lines between the rows may name. */
export const lineParts = ['indicator', 'unit', 'period'] as const;

/** The unit of measure where a sheet states none: that of the catalogue. Any other text is a unit. */
export const ownMeasure = 'own';

/** One column of a mapping; what is null is read from the heads. */
export type ColumnMapping = {
  readonly use: ColumnUse;
  readonly indicator: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly measure: string | null;
};

/** What a person says a sheet means. Rows and columns are counted as the sheet shows them, the first is 1. */
export type Mapping = {
  readonly headFrom: number;
  readonly headTo: number;
  readonly indicator: { readonly from: NamePlace; readonly code: string | null };
  readonly unit: { readonly from: NamePlace; readonly code: string | null };
  /** `months` says whether months below a title of sums from the beginning of the year are such sums; null if unknown. */
  readonly period: {
    readonly from: PeriodPlace;
    readonly code: string | null;
    readonly months: 'month' | 'toDate' | null;
  };
  /** The unit of measure of figures for which the sheet states none; null keeps these from being read. */
  readonly measure: string | null;
  readonly columns: readonly ColumnMapping[];
  /** Whether tables below that are built like the first one are left out; without it they are read. */
  readonly below?: 'left';
  /** Decisions about names that the catalogue does not know, or of which it knows several, by `nameKey`. */
  readonly names: {
    readonly indicator: Readonly<Record<string, string>>;
    readonly unit: Readonly<Record<string, string>>;
    /** Periods of rows that are written otherwise, as a person decided. */
    readonly period?: Readonly<Record<string, string>>;
    /** Texts that say nothing of the figures, as a person decided: their values are `harmlessLine`. */
    readonly line?: Readonly<Record<string, string>>;
  };
};

/** The decision that a text in the sheet, or a column that is not read, says nothing of the figures. */
export const harmlessLine = 'harmless';
/** What a person decides of a text: what it names, or that it says nothing. */
export const unknownKinds = ['indicator', 'unit', 'period', 'line'] as const;

/** What is kept of a mapping: by runs of columns. What belongs to one month is not. */
export type KeptMapping = Omit<Mapping, 'columns'> & {
  readonly runs: readonly (readonly ColumnMapping[])[];
  /** How the times of each run follow each other; without it columns of a run that differ are not known again. */
  readonly orders?: readonly string[];
};

/** 处理中, 已录入, 已放弃: the states of a sheet that is mapped. */
export const mappedStates = ['open', 'recorded', 'abandoned'] as const;
export type MappedState = (typeof mappedStates)[number];

/** What was read of a sheet when its figures were recorded. */
export type ReadCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly unread: number;
  readonly leftOut: number;
};

/** The most decisions about names, and columns, of a mapping. */
export const mostNames = 500;
export const mostColumns = 200;

/** A figure that was read, with the cells of its parts. */
export type MappedFigure = PrintedFigure & {
  readonly indicatorCode: string;
  readonly unitCode: string;
  readonly periodCode: string;
  /** The value as the sheet shows it, and as a field of a form takes it: with the unit of measure that the sheet states. */
  readonly printed: string;
  readonly typed: string;
  readonly yoy: string | null;
  readonly typedYoy: string;
  readonly rank: number | null;
  /** What the rank is among, as its column says. */
  readonly rankScope: string;
  readonly address: string;
  readonly yoyAddress: string | null;
  readonly rankAddress: string | null;
  /** The cells in columns of growth and rank that say that there is none; null where no such column is about the figure. */
  readonly emptyYoy: string | null;
  readonly emptyRank: string | null;
  readonly findings: readonly StagedFinding[];
};

/** Why cells that have a text gave no figure, though nothing in them is wrong. */
export const leftOutReasons = [
  'blank',
  'total',
  'note',
  'unitLine',
  'columnNumbers',
  'secondTable',
  'ignoredColumn',
  'otherColumn',
  'unknownColumn',
  'empty',
  'noValue',
  'absence',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
export type LeftOut = { readonly reason: LeftOutReason; readonly address: string; readonly text: string };

/** A name in the sheet that a person has to decide, once for all cells that have it. */
export type UnknownName = {
  readonly kind: (typeof unknownKinds)[number];
  readonly key: string;
  readonly text: string;
  readonly address: string;
  /** The codes that it may mean; none where the catalogue has nothing of that name. */
  readonly either: readonly string[];
};

/** Faults that the mapping itself finds in cells; all others are those of the reading of cells. */
export const mappingFaults = [
  'noIndicator',
  'noUnit',
  'noPeriod',
  'noYear',
  'periodEither',
  'unknownIndicator',
  'unknownUnit',
  'unknownPeriod',
  'severalIndicators',
  'severalUnits',
  'partOf',
  'namesDiffer',
  'periodsDiffer',
  'yearUnclear',
  'otherBeside',
  'underOther',
  'aroundOther',
  'aroundMeasure',
  'aroundUnit',
  'unreadText',
  'unreadPeriod',
  'monthsOrder',
  'rowsOrder',
  'afterTitle',
  'yearAlone',
  'headUnclear',
  'otherHead',
  'toDateInTitle',
  'measureUnstated',
  'mergedFigure',
  'twiceInSheet',
  'rankUnreadable',
  'rankOf',
  'numberSplit',
  'twoQualified',
  'columnTwice',
  'notResponsible',
  'computed',
] as const;
export type MappingFault = (typeof mappingFaults)[number];
/** What the keys of these faults begin with. */
export const mappingKey = 'mapping.';

export type Applied = {
  readonly figures: readonly MappedFigure[];
  /** Faults by cell; what they are about was not read. */
  readonly refused: readonly StagedFinding[];
  readonly leftOut: readonly LeftOut[];
  readonly unknown: readonly UnknownName[];
  /** The head rows of the tables below the first one that are read like it, from 1. */
  readonly further: readonly { readonly headFrom: number; readonly headTo: number }[];
};
