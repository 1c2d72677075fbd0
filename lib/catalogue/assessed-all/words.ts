import type { UnitKind } from '@/lib/catalogue/words';
import type { Name, Named } from '@/lib/i18n/words';

/** Units that nobody on this list assesses: those above. */
export const neverAssessed = ['country', 'province'] as const satisfies readonly UnitKind[];

export const gapKinds = ['noGroup', 'noScheme', 'noBody'] as const;
export type GapKind = (typeof gapKinds)[number];

export type UnassessedUnit = Named & { readonly kind: UnitKind; readonly parent: Name | null };

/** An item of a published scheme whose indicator names nobody as responsible. */
export type UnansweredItem = {
  readonly scheme: Named;
  readonly item: Name;
  readonly key: string;
  readonly indicator: Named;
};

export type GapCounts = Readonly<Record<GapKind, number>>;
