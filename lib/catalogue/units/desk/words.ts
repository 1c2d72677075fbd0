import type { UnitKind } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';

/** What keeps a unit from being deleted, and its name from being changed without a date. */
export const unitUses = [
  'figures',
  'returns',
  'accounts',
  'clients',
  'groups',
  'children',
  'successions',
  'runs',
  'appeals',
  'schemes',
  'targets',
  'formulas',
  'lamps',
  'reports',
  'place',
  'followUps',
  'annotations',
  'consequences',
  'documents',
  'tasks',
  'registers',
  'proposals',
] as const;
export type UnitUse = (typeof unitUses)[number];

/** A unit as the office edits it. */
export type EditedUnit = Named & {
  readonly kind: UnitKind;
  readonly gbCode: string | null;
  readonly parentCode: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly isDemonstration: boolean;
  readonly version: number;
  readonly aliases: readonly string[];
};
