import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { bulletin } from '@/db/schema/bulletins';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { hasWords } from '@/lib/catalogue/names/queries';
import { Refusal } from '@/lib/errors';
import { pageLength } from '@/lib/paging';
import type { Cited } from './content';
import { referenceOf } from './reference';
import { kindsSeen } from './register/queries';
import type { Bulletin, BulletinHead, BulletinKind, SourceRow } from './words';

/** A document that a command works on, held until its end. Refuses one that moved, and one that was issued. */
export async function lockedBulletin(work: Work, id: string, version: number) {
  const [held] = await work.tx.select().from(bulletin).where(sql`${bulletin.id} = ${id}`).for('update');
  if (!held) throw new Refusal('notFound', 'bulletins.refused.none');
  if (held.version !== version) throw await movedRefusal(work, bulletinSubject(id), 'bulletins.refused.moved');
  if (held.state === 'issued') throw new Refusal('conflict', 'bulletins.refused.issued');
  return held;
}

/** The subject of the trail. */
export const bulletinSubject = (id: string) => `bulletin/${id}`;

/** An issued document that another one of its kind, about the same unit, corrects; refuses any other. */
export async function citedBulletin(
  work: Work,
  id: string | null,
  { kind, unit }: Pick<SourceRow, 'kind' | 'unit'>,
): Promise<Cited | null> {
  if (id === null) return null;
  const [found] = await work.tx.execute<{ title: string; reference: string }>(sql`
    select frozen ->> 'title' as title, frozen ->> 'reference' as reference from bulletin
    where id = ${id} and state = 'issued' and kind = ${kind}
      and org_unit_code is not distinct from ${unit}`);
  if (!found) throw new Refusal('notFound', 'bulletins.refused.noneToCorrect');
  return { ...found };
}

/**
 * The documents that somebody may see: issued ones of sources that are open to them, of those about a unit its own; where drafts
 * are open, all.
 */
const inView = ({ role, unitCode }: Principal): SQL =>
  sql`${maySee(role, 'bulletins')}::boolean and b.kind = any(${sql.param([...kindsSeen(role)])}::text[])
    and (${maySee(role, 'bulletinDrafts')}::boolean
      or (b.state = 'issued' and (b.org_unit_code is null or b.org_unit_code = ${unitCode})))`;

const headColumns = sql`
  b.id, b.kind, coalesce(b.frozen ->> 'title', b.title) as title, b.heading, b.subject, b.word, b.number, b.organ, b.state,
  b.dated::text as dated, b.edited_by as "editedBy", coalesce(e.name, b.edited_by) as editor, b.edited_at as "editedAt",
  coalesce(c.name, b.checked_by) as checker, coalesce(i.name, b.issued_by) as issuer, b.issued_at as "issuedAt", b.version`;
const tables = sql`bulletin b left join app_user e on e.id = b.edited_by left join app_user c on c.id = b.checked_by
  left join app_user i on i.id = b.issued_by`;

type Row = Omit<BulletinHead, 'reference'> & { readonly word: string; readonly number: number | null };

// Moments come from such a statement as texts.
const headOf = <Found extends Row>(row: Found) => ({
  ...row,
  reference: referenceOf(row.word, Number(row.dated.slice(0, 4)), row.number),
  editedAt: new Date(row.editedAt),
  issuedAt: row.issuedAt && new Date(row.issuedAt),
});

/** A page of documents, drafts first and then the newest, and the number of all. */
export async function bulletinList(
  principal: Principal,
  { page }: { readonly page: number },
): Promise<{ bulletins: BulletinHead[]; total: number }> {
  const [rows, [counted]] = await Promise.all([
    db().execute<Row>(sql`select ${headColumns} from ${tables} where ${inView(principal)}
      order by b.state = 'issued', b.issued_at desc, b.edited_at desc, b.id limit ${pageLength} offset ${(page - 1) * pageLength}`),
    db().execute<{ total: number }>(sql`select count(*)::int as total from bulletin b where ${inView(principal)}`),
  ]);
  return { bulletins: rows.map(headOf), total: counted?.total ?? 0 };
}

/** The documents in sight whose title, number or source has all the words, the newest first. */
export async function findBulletins(principal: Principal, words: string, limit: number): Promise<BulletinHead[]> {
  const texts = sql`b.heading || ' ' || coalesce(b.frozen ->> 'reference', b.word) || ' ' || b.subject`;
  const rows = await db().execute<Row>(sql`select ${headColumns} from ${tables}
    where ${hasWords(texts, words)} and ${inView(principal)} order by b.edited_at desc, b.id limit ${limit}`);
  return rows.map(headOf);
}

const sourceColumns = sql`b.run_id as run, b.report_id as report, b.consequence_id as consequence,
  b.org_unit_code as unit, b.scheme_code as scheme`;

/** A document; null for none in sight. */
export async function bulletinOf(principal: Principal, id: string): Promise<Bulletin | null> {
  const [found] = await db().execute<Row & Omit<Bulletin, keyof BulletinHead>>(sql`
    select ${headColumns}, ${sourceColumns}, b.addressee, b.classification, b.body, b.sha256, b.frozen,
      (select json_build_object('id', o.id, 'title', o.frozen ->> 'title', 'reference', o.frozen ->> 'reference')
        from bulletin o where o.id = b.corrects_id) as corrects,
      coalesce((select json_agg(json_build_object('id', o.id, 'reference', o.frozen ->> 'reference') order by o.issued_at)
        from bulletin o where o.corrects_id = b.id and o.state = 'issued'), '[]') as "correctedBy"
    from ${tables} where b.id = ${id} and ${inView(principal)}`);
  return found ? headOf(found) : null;
}

/** The file of an issued document, as it was issued; null for none in sight. */
export async function bulletinFile(
  principal: Principal,
  id: string,
): Promise<{ readonly file: Uint8Array; readonly title: string; readonly reference: string } | null> {
  const [found] = await db().execute<{ file: Uint8Array; title: string; reference: string }>(sql`
    select b.file, b.frozen ->> 'title' as title, b.frozen ->> 'reference' as reference
    from bulletin b where b.id = ${id} and b.state = 'issued' and ${inView(principal)}`);
  return found ? { ...found } : null;
}

/**
 * What stood around the text of the newest document, of its kind if there is one, to begin the next one with; null before the first.
 * Whom it goes to is taken from one of the same kind alone, and not from a letter.
 */
export async function lastFrame(
  principal: Principal,
  kind: BulletinKind,
): Promise<Pick<Bulletin, 'organ' | 'word' | 'addressee'> | null> {
  const [found] = await db().execute<Pick<Bulletin, 'organ' | 'word' | 'addressee'>>(sql`
    select organ, word, case when kind = ${kind} and org_unit_code is null then addressee else '' end as addressee
    from bulletin b where ${inView(principal)} order by kind = ${kind} desc, edited_at desc, id limit 1`);
  return found ? { ...found } : null;
}
