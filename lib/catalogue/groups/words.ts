import type { UnitKind } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';

/** What keeps a sequence from being deleted. */
export const groupUses = [
  'schemes',
  'runs',
  'collections',
  'ranks',
  'lampRules',
  'consequenceRules',
  'reports',
  'figures',
] as const;
export type GroupUse = (typeof groupUses)[number];

/** A sequence in the list, with the number of its members today. */
export type GroupLine = Named & { readonly members: number; readonly retiredOn: string | null };

/** A membership of a unit. */
export type MemberLine = Named & {
  readonly kind: UnitKind;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** A sequence with its members today, in their order, and those that were or will be. */
export type GroupDetail = Named & {
  readonly noteZh: string;
  readonly noteEn: string;
  readonly retiredOn: string | null;
  readonly version: number;
  readonly members: readonly MemberLine[];
  readonly others: readonly MemberLine[];
};
