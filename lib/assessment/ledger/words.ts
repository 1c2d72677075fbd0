import type { EntryKind, EntryState } from '@/lib/assessment/words';
import type { Name, Named } from '@/lib/i18n/words';

/** An entry of the ledger in its list. Node and rule have their present names in the scheme; `who` holds user ids. */
export type LedgerLine = {
  readonly id: string;
  readonly version: number;
  readonly unit: Named;
  readonly scheme: Named;
  readonly isDemonstration: boolean;
  readonly periodCode: string;
  readonly kind: EntryKind;
  readonly node: string;
  readonly rule: string;
  readonly points: string;
  readonly article: string;
  readonly reason: string;
  readonly evidence: string;
  readonly incident: string;
  readonly happenedOn: string | null;
  readonly state: EntryState;
  readonly revokedReason: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly updatedByName: string;
  readonly updatedAt: Date;
};

/** The states in which an entry waits for its next step, in their order. */
export const waitingStates = ['provisional', 'proposed', 'reviewed'] as const satisfies readonly EntryState[];
export type WaitingState = (typeof waitingStates)[number];

/** An entry that waits for its next step, as the workbench lists it. */
export type WaitingEntry = Pick<
  LedgerLine,
  'id' | 'unit' | 'scheme' | 'periodCode' | 'kind' | 'state' | 'recordedByName'
>;

/** A part of a scheme that an entry can concern; `depth` in the tree is 0 for the whole. */
export type NodeChoice = Name & {
  readonly key: string;
  readonly depth: number;
  readonly kind: 'block' | 'item';
  readonly isScoredByHand: boolean;
  readonly weight: number;
  readonly article: string;
};

/** Names of blocks, items and rules by their keys. */
export type NodeNames = Readonly<Record<string, Name>>;

export type EntryForm = {
  readonly nodes: readonly NodeChoice[];
  readonly rules: readonly (Name & { readonly key: string; readonly article: string })[];
  readonly units: readonly Named[];
};
