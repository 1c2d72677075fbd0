import type { Told } from '@/lib/i18n/words';

/** The columns of each sheet, in their order. */
export const sheetColumns = {
  units: [
    'code',
    'nameZh',
    'nameEn',
    'kind',
    'parent',
    'gbCode',
    'aliases',
    'validFrom',
    'validTo',
    'isDemonstration',
    'changesFrom',
  ],
  groups: ['code', 'nameZh', 'nameEn', 'noteZh', 'noteEn', 'retiredOn'],
  members: ['group', 'unit', 'unitName', 'validFrom', 'validTo', 'position'],
  topics: ['code', 'nameZh', 'nameEn', 'parent'],
  indicators: [
    'code',
    'nameZh',
    'nameEn',
    'topic',
    'unitZh',
    'unitEn',
    'decimals',
    'measure',
    'direction',
    'basis',
    'frequency',
    'responsibleZh',
    'assistingZh',
    'contact',
    'aliases',
    'growthOf',
    'formula',
    'formulaUnit',
    'retiredOn',
    'replacedBy',
  ],
  definitions: [
    'indicator',
    'indicatorName',
    'validFrom',
    'definitionZh',
    'definitionEn',
    'formulaZh',
    'formulaEn',
    'isBreak',
  ],
  sources: [
    'code',
    'title',
    'publisher',
    'publishedOn',
    'url',
    'retrievedOn',
    'accessNote',
    'licence',
    'reliability',
    'withdrawnReason',
  ],
  targets: ['indicator', 'indicatorName', 'unit', 'unitName', 'year', 'base', 'stretch'],
} as const;

export type SheetKey = keyof typeof sheetColumns;
export type ColumnKey = (typeof sheetColumns)[SheetKey][number];

/** The sheets in the order of the workbook, behind the one that tells what each column takes. */
export const sheetKeys = Object.keys(sheetColumns) as SheetKey[];

/** Columns of each sheet without which nothing of it is read. */
export const neededColumns: Readonly<Record<SheetKey, readonly ColumnKey[]>> = {
  units: ['nameZh'],
  groups: ['nameZh'],
  members: ['group', 'unit', 'validFrom'],
  topics: ['nameZh'],
  indicators: ['nameZh'],
  definitions: ['indicator', 'validFrom'],
  sources: ['title'],
  targets: ['indicator', 'unit', 'year'],
};

/** Names beside codes, for people who look at the sheet; they are not read. */
export const shownColumns: readonly ColumnKey[] = ['unitName', 'indicatorName'];

/** The values of a row by column, in one form for all: codes, ISO days, words of the product, `true`. */
export type Values = Readonly<Partial<Record<ColumnKey, string>>>;

/** The sheets of a catalogue as it is, a row each. */
export type Tables = Readonly<Record<SheetKey, readonly Values[]>>;

/** A row as read from a file; a column that the sheet lacks has neither value nor address. */
export type ReadRow = {
  readonly sheet: SheetKey;
  /** The sheet by the name that it has in the file. */
  readonly sheetName: string;
  /** As the sheet counts, from 1. */
  readonly row: number;
  readonly values: Values;
  readonly addresses: Readonly<Partial<Record<ColumnKey, string>>>;
};

/** A row whose own code and whose references are known; rows of sheets without codes have an empty one. */
export type KnownRow = ReadRow & { readonly code: string; readonly isNew: boolean };

/** What becomes of a row or a cell: created, changed, or waiting for a second person, now or since an earlier import. */
export const fates = ['created', 'changed', 'proposed', 'waiting'] as const;
export type Fate = (typeof fates)[number];

/** One change that an import makes; a created row has no column. */
export type ImportLine = {
  readonly sheet: SheetKey;
  readonly address: string;
  readonly fate: Fate;
  /** The title of a document; empty for others. */
  readonly title: string;
  /** The row's own code, or those of the rows that it is about, with its year. */
  readonly about: Values;
  readonly column: ColumnKey | null;
  readonly before: string;
  readonly after: string;
  /** What a created row holds, as it is stored; empty for a change of a cell. */
  readonly values: Values;
};

/** The names of the rows that lines refer to, by kind and code, in each language. */
export type ToldNames = Readonly<Record<string, Told>>;

/** The number of rows of each fate by sheet, and of those that stay. */
export type SheetCount = { readonly sheet: SheetKey; readonly unchanged: number } & Readonly<Record<Fate, number>>;

/** What a reader should know about a file besides its changes: what was left out, and what is hidden. */
export type Notice = {
  readonly kind: 'unknownSheet' | 'unknownColumn' | 'hiddenRows' | 'hiddenColumns' | 'missingSheet';
  readonly sheet: string;
  readonly what: string;
};

/** The most faults and changes in an answer. */
export const mostFaults = 300;
export const mostLines = 500;
