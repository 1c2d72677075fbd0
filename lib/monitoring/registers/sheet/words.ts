import type { Named } from '@/lib/i18n/words';
import type { EntryField, TermField } from '@/lib/monitoring/registers/words';

/** The columns of a sheet of a register; `since` is written and not read. */
export const sheetColumns = [
  'identifier',
  'name',
  'field',
  'grade',
  'bureau',
  'street',
  'group',
  'visit',
  'since',
] as const satisfies readonly (TermField | 'identifier' | 'visit' | 'since')[];
export type SheetColumn = (typeof sheetColumns)[number];
export const neededColumns = ['identifier', 'name'] as const satisfies readonly SheetColumn[];

/** Why a cell is not taken. */
export const cellFaults = [
  'identifier',
  'lostDigits',
  'twice',
  'nameMissing',
  'tooLong',
  'notListed',
  'noUnit',
  'severalUnits',
  'notADay',
  'dayToCome',
  'visitEarlier',
  'error',
  'struck',
  'merged',
  'headTwice',
  'tooMany',
] as const;
export type CellFaultKind = (typeof cellFaults)[number];

export type CellFault = {
  readonly address: string;
  readonly text: string;
  readonly fault: CellFaultKind;
  /** What may be meant: the nearest, or those of that name. */
  readonly names: readonly Named[];
};

/** A row of a sheet as read: only what its sheet has a column for. */
export type ReadEntry = {
  readonly row: number;
  readonly identifier: string;
  readonly facts: Partial<Readonly<Record<TermField | 'visit', string>>>;
  readonly addresses: Partial<Readonly<Record<SheetColumn, string>>>;
};

/** What one should know of a sheet besides: hidden rows and columns that were read, and columns that were not. */
export type SheetNotice = { readonly kind: 'hiddenRows' | 'hiddenColumns' | 'unknownColumns'; readonly what: string };

/** A change that a sheet makes: where it is, and what the field says before and after. */
export type ImportLine = {
  readonly address: string;
  readonly identifier: string;
  readonly name: string;
  readonly field: EntryField;
  readonly before: string;
  readonly after: string;
};

export type ImportOutcome = { readonly register: string } & (
  | { readonly kind: 'faults'; readonly faults: readonly CellFault[]; readonly total: number }
  | {
      readonly kind: 'preview' | 'written';
      readonly created: number;
      readonly changed: number;
      readonly unchanged: number;
      /** The entries of the register on that day that the sheet lacks; they stay. */
      readonly absent: number;
      readonly lines: readonly ImportLine[];
      readonly total: number;
      readonly notices: readonly SheetNotice[];
      /** The mark of what was previewed; empty where nothing changes. */
      readonly follows: string;
    }
);

/** The most faults, and the most lines, of an answer. */
export const mostTold = 200;
