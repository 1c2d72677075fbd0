import type { Named } from '@/lib/i18n/words';
import type { BlindSpot, Register } from '@/lib/monitoring/registers/words';

/** How many entries are in each blind spot, and how many there are. */
export type BlindCounts = Readonly<Record<BlindSpot | 'entries', number>>;

/** The same of a street or a bureau; of no unit for entries that have none. */
export type BlindRow = BlindCounts & { readonly unit: Named | null };
export type BlindTables = {
  readonly all: BlindCounts;
  readonly streets: readonly BlindRow[];
  readonly bureaus: readonly BlindRow[];
};

/** A register with what somebody sees of it today: its entries, and those in any blind spot. */
export type RegisterToday = { readonly register: Register; readonly entries: number; readonly blind: number };
