import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db, type Reads, type Tx } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { scheme, schemeVersion } from '@/db/schema/assessment';
import { peerGroup } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { storedScheme } from '@/lib/assessment/schemes/read-scheme';
import type { SchemeLine, SchemeVersion, WaitingDraft } from '@/lib/assessment/schemes/words';
import { Refusal } from '@/lib/errors';

/** Versions that the principal may read: drafts are for the office and who looks over its shoulder. */
function readableVersions(principal: Principal): SQL | undefined {
  // Where reading is not public, a visitor sees nothing at all.
  if (readsNothing(principal)) return sql`false`;
  return maySee(principal.role, 'schemeDrafts') ? undefined : ne(schemeVersion.state, 'draft');
}

/** Every scheme with a visible version: the published version and the draft of each, by group and name. */
export async function schemeList(principal: Principal): Promise<SchemeLine[]> {
  const rows = await db()
    .select({
      code: scheme.code,
      isDemonstration: scheme.isDemonstration,
      number: schemeVersion.number,
      state: schemeVersion.state,
      document: schemeVersion.document,
      editedAt: schemeVersion.editedAt,
      publishedAt: schemeVersion.publishedAt,
      group: { code: peerGroup.code, nameZh: peerGroup.nameZh, nameEn: peerGroup.nameEn },
    })
    .from(schemeVersion)
    .innerJoin(scheme, eq(scheme.code, schemeVersion.schemeCode))
    .innerJoin(peerGroup, eq(peerGroup.code, sql`${schemeVersion.document} ->> 'peerGroup'`))
    .where(and(readableVersions(principal), ne(schemeVersion.state, 'superseded')))
    .orderBy(peerGroup.sortOrder, scheme.code, schemeVersion.number);
  return [...new Set(rows.map(({ code }) => code))].flatMap((code) => {
    const versions = rows.filter((row) => row.code === code);
    const published = versions.find(({ state }) => state === 'published');
    const draft = versions.find(({ state }) => state === 'draft');
    const shown = published ?? draft;
    if (!shown) return [];
    const document = storedScheme(shown.document);
    return [
      {
        code,
        nameZh: document.nameZh,
        nameEn: document.nameEn,
        kind: document.kind,
        group: shown.group,
        isDemonstration: shown.isDemonstration,
        isExample: document.isExample,
        items: itemsOf(document).length,
        publishedNumber: published?.number ?? null,
        publishedAt: published?.publishedAt ?? null,
        draftNumber: draft?.number ?? null,
        draftEditedAt: draft?.editedAt ?? null,
      },
    ];
  });
}

const [editor, publisher] = [alias(appUser, 'editor'), alias(appUser, 'publisher')];

/** The drafts that the principal may check and publish, since another person edited them last; oldest edit first. */
export async function draftsToPublish(principal: Principal): Promise<WaitingDraft[]> {
  return db()
    .select({
      code: scheme.code,
      nameZh: sql<string>`${schemeVersion.document} ->> 'nameZh'`,
      nameEn: sql<string>`${schemeVersion.document} ->> 'nameEn'`,
      number: schemeVersion.number,
      editorName: sql<string>`coalesce(${editor.name}, ${schemeVersion.editedBy})`,
      editedAt: schemeVersion.editedAt,
    })
    .from(schemeVersion)
    .innerJoin(scheme, eq(scheme.code, schemeVersion.schemeCode))
    .leftJoin(editor, eq(editor.id, schemeVersion.editedBy))
    .where(
      and(
        eq(schemeVersion.state, 'draft'),
        ne(schemeVersion.editedBy, principal.userId),
        maySee(principal.role, 'manageSchemes') ? undefined : sql`false`,
      ),
    )
    .orderBy(schemeVersion.editedAt, scheme.code);
}

/** The schemes that the principal may read, by the names of their newest visible version, as rows of the search. */
export function readableSchemes(principal: Principal): SQL {
  return sql`select * from (select distinct on (${schemeVersion.schemeCode}) 'scheme', ${schemeVersion.schemeCode},
      ${schemeVersion.document} ->> 'nameZh', ${schemeVersion.document} ->> 'nameEn', '', 0
    from ${schemeVersion} where ${readableVersions(principal) ?? sql`true`}
    order by ${schemeVersion.schemeCode}, ${schemeVersion.number} desc) as readable_scheme`;
}

/** A scheme with its visible versions, newest first; null for none. */
export async function schemeVersions(
  principal: Principal,
  code: string,
): Promise<{ code: string; isDemonstration: boolean; versions: SchemeVersion[] } | null> {
  const rows = await db()
    .select({
      isDemonstration: scheme.isDemonstration,
      number: schemeVersion.number,
      state: schemeVersion.state,
      basedOn: schemeVersion.basedOn,
      note: schemeVersion.note,
      version: schemeVersion.version,
      editedBy: schemeVersion.editedBy,
      editorName: sql<string>`coalesce(${editor.name}, ${schemeVersion.editedBy})`,
      editedAt: schemeVersion.editedAt,
      publisherName: sql<string | null>`coalesce(${publisher.name}, ${schemeVersion.publishedBy})`,
      publishedAt: schemeVersion.publishedAt,
    })
    .from(schemeVersion)
    .innerJoin(scheme, eq(scheme.code, schemeVersion.schemeCode))
    .leftJoin(editor, eq(editor.id, schemeVersion.editedBy))
    .leftJoin(publisher, eq(publisher.id, schemeVersion.publishedBy))
    .where(and(eq(schemeVersion.schemeCode, code), readableVersions(principal)))
    .orderBy(desc(schemeVersion.number));
  const [first] = rows;
  if (!first) return null;
  const versions = rows.map(({ isDemonstration: _, ...version }) => version);
  return { code, isDemonstration: first.isDemonstration, versions };
}

/** The documents of some versions of a scheme by number; invisible ones are left out. */
export async function schemeDocuments(
  principal: Principal,
  code: string,
  numbers: readonly number[],
  connection: Reads = db(),
): Promise<Map<number, Scheme>> {
  if (numbers.length === 0) return new Map();
  const rows = await connection
    .select({ number: schemeVersion.number, document: schemeVersion.document })
    .from(schemeVersion)
    .where(
      and(eq(schemeVersion.schemeCode, code), inArray(schemeVersion.number, [...numbers]), readableVersions(principal)),
    );
  return new Map(rows.map(({ number, document }) => [number, storedScheme(document)]));
}

/**
 * The scheme, locked until the transaction ends, so that its versions are numbered one by one. Refuses an unknown code.
 */
export async function lockedScheme(tx: Tx, code: string) {
  const [found] = await tx.select().from(scheme).where(eq(scheme.code, code)).for('update');
  if (!found) throw new Refusal('notFound', 'schemes.refused.noScheme');
  const versions = await tx
    .select()
    .from(schemeVersion)
    .where(eq(schemeVersion.schemeCode, code))
    .orderBy(desc(schemeVersion.number));
  return { scheme: found, versions };
}

/** The draft of a scheme at the given version. Refuses when there is none, or when it changed meanwhile. */
export async function draftAt(work: Work, { code, version }: { code: string; version: number }) {
  const found = await lockedScheme(work.tx, code);
  const draft = found.versions.find(({ state }) => state === 'draft');
  if (!draft) throw new Refusal('conflict', 'schemes.refused.noDraft');
  if (draft.version !== version) throw await draftMoved(work, code);
  return { ...found, draft };
}

/** The refusal of a step on a draft that changed since it was read, by another person or in one's own other window. */
export const draftMoved = (work: Work, code: string) =>
  movedRefusal(work, `scheme/${code}`, 'schemes.refused.draftMoved');

/** Whether all units of a group are invented. Refuses an unknown group. */
export async function isDemonstrationGroup(work: Work, code: string): Promise<boolean> {
  const [found] = await work.tx
    .select({
      isDemonstration: sql<boolean>`coalesce((select bool_and(u.is_demonstration) from peer_group_member m
        join org_unit u on u.code = m.org_unit_code where m.peer_group_code = ${code}), false)`,
    })
    .from(peerGroup)
    .where(eq(peerGroup.code, code));
  if (!found) throw new Refusal('invalid', 'schemes.refused.unknownGroup', { field: 'peerGroup', code });
  return found.isDemonstration;
}

/** The version of another scheme to copy. Refuses an unknown or invisible one. */
export async function versionToCopy(work: Work, { code, number }: { code: string; number: number }) {
  const found = (await schemeDocuments(work.principal, code, [number], work.tx)).get(number);
  if (!found) throw new Refusal('notFound', 'schemes.refused.noVersion', { field: 'copyOf' });
  return found;
}

/** The codes of all schemes, among which a new one must be another. */
export async function takenCodes(work: Work): Promise<string[]> {
  return (await work.tx.select({ code: scheme.code }).from(scheme)).map(({ code }) => code);
}

/** Whether a scheme has this code. */
export async function schemeExists(work: Work, code: string): Promise<boolean> {
  return (await work.tx.select({ code: scheme.code }).from(scheme).where(eq(scheme.code, code))).length > 0;
}
