import type { EntryKind, EntryState } from '@/lib/assessment/words';

/** An entry of the ledger as its list shows it. Node and rule are named as in the scheme of today; `who` are user ids. */
export type LedgerLine = {
  readonly id: string;
  readonly version: number;
  readonly unit: { readonly code: string; readonly nameZh: string; readonly nameEn: string };
  readonly scheme: { readonly code: string; readonly nameZh: string; readonly nameEn: string };
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

/** A part of a scheme that an entry can be about; its depth in the tree, 0 for the whole. */
export type NodeChoice = Named & {
  readonly key: string;
  readonly depth: number;
  readonly kind: 'block' | 'item';
  readonly isScoredByHand: boolean;
  readonly weight: number;
  readonly article: string;
};
type Named = { readonly nameZh: string; readonly nameEn: string };

/** Names of blocks, items and rules by their keys. */
export type NodeNames = Readonly<Record<string, Named>>;

export type EntryForm = {
  readonly nodes: readonly NodeChoice[];
  readonly rules: readonly (Named & { readonly key: string; readonly article: string })[];
  readonly units: readonly (Named & { readonly code: string })[];
};
