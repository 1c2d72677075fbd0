import type { Remedy } from '@/lib/assessment/appeals/words';
import type { EntryKind } from '@/lib/assessment/words';
import type { Name } from '@/lib/i18n/words';

/** Something that an appeal may have led to, with what names it. */
export type RemedyLine = {
  readonly remedy: Remedy;
  readonly at: Date;
  readonly entry: { readonly kind: EntryKind; readonly points: string; readonly reason: string } | null;
  readonly indicator: Name | null;
};
