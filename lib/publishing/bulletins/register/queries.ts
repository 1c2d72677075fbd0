import type { Database, Tx } from '@/db/client';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Role } from '@/lib/access/words';
import type { Locale } from '@/lib/i18n/words';
import type { AskedParts, BulletinSource, Room, SourceMenu } from '@/lib/publishing/bulletins/kit/room';
import { monitoring } from '@/lib/publishing/bulletins/monitoring/queries';
import { ranking } from '@/lib/publishing/bulletins/ranking/queries';
import { reminder } from '@/lib/publishing/bulletins/reminder/queries';
import { responsibilities } from '@/lib/publishing/bulletins/responsibilities/queries';
import { score } from '@/lib/publishing/bulletins/score/queries';
import type { Source, SourceOf } from '@/lib/publishing/bulletins/sources';
import { tasks } from '@/lib/publishing/bulletins/tasks/queries';
import { type BulletinKind, bulletinKinds } from '@/lib/publishing/bulletins/words';

/** The register of the kinds of documents, in the order of menus. A kind without a room does not compile. */
const rooms: { readonly [K in BulletinKind]: Room<SourceOf<K>> } = {
  ranking,
  monitoring,
  score,
  reminder,
  tasks,
  responsibilities,
};

/** The room of a kind. */
export function roomOf<K extends BulletinKind>({ kind }: { readonly kind: K }): Room<SourceOf<K>> {
  return rooms[kind];
}

/** What a document is written from; null for a source that is not out, or not any more. */
export function readSource(principal: Principal, source: Source, on?: Database | Tx): Promise<BulletinSource | null> {
  return (roomOf(source) as Room<Source>).read(principal, source, on);
}

/** The sources of a kind to choose from, a menu for each part of one. */
export const sourceMenus = (
  principal: Principal,
  { kind, ...asked }: { readonly kind: BulletinKind } & AskedParts,
  locale: Locale,
): Promise<readonly SourceMenu[]> => rooms[kind].menus(principal, locale, asked);

/** Keeps a source as it is until a document on it is issued. */
export async function holdSource(work: Work, source: Source): Promise<void> {
  await (roomOf(source) as Room<Source>).hold?.(work.tx, source);
}

/** The page of a source. */
export const pageOfSource = (source: Source): string => (roomOf(source) as Room<Source>).page(source);

/** The kinds of documents whose sources a role may see. */
export const kindsSeen = (role: Role): readonly BulletinKind[] =>
  bulletinKinds.filter((kind) => maySee(role, rooms[kind].view));
