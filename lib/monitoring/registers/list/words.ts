import type { Named } from '@/lib/i18n/words';
import type { BlindSpot, EntryFacts, FieldChange } from '@/lib/monitoring/registers/words';

/** What a list of entries is narrowed to; empty texts for any, `none` for those that say nothing there. */
export type EntryChoice = {
  readonly day: string;
  readonly field: string;
  readonly grade: string;
  readonly bureau: string;
  readonly street: string;
  readonly group: string;
  /** A blind spot; empty for none. */
  readonly blind: BlindSpot | '';
  /** A part of a name or an identifier. */
  readonly text: string;
};

/** An entry in a list, as it stood on the day of the list; its units by name. */
export type EntryLine = Omit<EntryFacts, 'bureau' | 'street'> & {
  readonly identifier: string;
  readonly bureau: Named | null;
  readonly street: Named | null;
  /** Since when it is in the register. */
  readonly since: string;
};

/** A change in the history of an entry, as a page tells it. */
export type HistoryChange = FieldChange & {
  readonly step: number;
  readonly reason: string;
  readonly fileName: string;
  readonly by: string;
  readonly at: Date;
  /** The units among its values, by code. */
  readonly units: readonly Named[];
  /** Whether it was recorded on a later day than that from which it holds. */
  readonly isLate: boolean;
};

/** An entry with its history up to a day. */
export type EntryView = EntryLine & { readonly version: number; readonly history: readonly HistoryChange[] };
