import { and, asc, desc, eq, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { annotation } from '@/db/schema/annotations';
import { indicator, orgUnit, source } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Annotation, AnnotationFilter, AnnotationPage, AnnotationStep } from '@/lib/catalogue/annotations/words';
import { catalogueNames, folded } from '@/lib/catalogue/names/queries';
import type { NameEntry } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';
import { citableSources } from '@/lib/catalogue/sources/queries';
import { Refusal } from '@/lib/errors';
import { derivedSource } from '@/lib/observations/derived/words';
import { pageLength, pageWithin } from '@/lib/paging';

const columns = {
  ...{ id: annotation.id, kind: annotation.kind, since: annotation.since, until: annotation.until },
  ...{ startsOn: annotation.startsOn, endsOn: annotation.endsOn, version: annotation.version },
  ...{ titleZh: annotation.titleZh, titleEn: annotation.titleEn, textZh: annotation.textZh, textEn: annotation.textEn },
  ...{ awardedBy: annotation.awardedBy, locator: annotation.locator, withdrawnReason: annotation.withdrawnReason },
  indicator: sql<
    Annotation['indicator']
  >`case when ${indicator.code} is not null then json_build_object('code', ${indicator.code},
    'nameZh', ${indicator.nameZh}, 'nameEn', ${indicator.nameEn}) end`,
  unit: sql<Annotation['unit']>`case when ${orgUnit.code} is not null then json_build_object('code', ${orgUnit.code},
    'nameZh', ${orgUnit.nameZh}, 'nameEn', ${orgUnit.nameEn}, 'isDemonstration', ${orgUnit.isDemonstration}) end`,
  source: sql<Annotation['source']>`case when ${source.code} is not null then json_build_object('code', ${source.code},
    'title', ${source.title}, 'withdrawnReason', ${source.withdrawnReason}) end`,
};

const inSight = (principal: Principal) =>
  or(isNull(annotation.orgUnitCode), readable(principal, annotation.orgUnitCode)) as SQL;
const isShown = isNull(annotation.withdrawnReason);

/** Notes as far as the principal may read of their units. */
function notesWhere(principal: Principal, where: SQL | undefined) {
  return db()
    .select(columns)
    .from(annotation)
    .leftJoin(indicator, eq(indicator.code, annotation.indicatorCode))
    .leftJoin(orgUnit, eq(orgUnit.code, annotation.orgUnitCode))
    .leftJoin(source, eq(source.code, annotation.sourceCode))
    .where(and(inSight(principal), where));
}

const newest = [desc(annotation.startsOn), desc(annotation.endsOn), asc(annotation.id)];

/** The notes of charts about some indicators and units, and about all, oldest first. */
export async function chartNotes(
  principal: Principal,
  about: { readonly indicators: readonly string[]; readonly units: readonly string[] },
): Promise<Annotation[]> {
  const of = (column: typeof annotation.indicatorCode | typeof annotation.orgUnitCode, codes: readonly string[]) =>
    or(isNull(column), sql`${column} = any(${sql.param([...codes])}::text[])`);
  return notesWhere(
    principal,
    and(
      ...[eq(annotation.kind, 'annotation'), isShown],
      ...[of(annotation.indicatorCode, about.indicators), of(annotation.orgUnitCode, about.units)],
    ),
  ).orderBy(asc(annotation.startsOn), asc(annotation.endsOn), asc(annotation.id));
}

/** A page of the notes, newest first; the last page for one beyond it. */
export async function annotationList(
  principal: Principal,
  filter: AnnotationFilter,
  asked: number,
): Promise<AnnotationPage> {
  const word = `%${plainName(filter.q)
    .replaceAll(' ', '')
    .replace(/[\\%_]/g, '\\$&')}%`;
  const matches = (column: SQLWrapper) => sql`${folded(column)} like ${word}`;
  const where = and(
    filter.withdrawn ? sql`not (${isShown})` : isShown,
    filter.kind && eq(annotation.kind, filter.kind),
    filter.unit ? eq(annotation.orgUnitCode, filter.unit) : undefined,
    filter.indicator ? eq(annotation.indicatorCode, filter.indicator) : undefined,
    filter.q === ''
      ? undefined
      : or(
          ...[annotation.titleZh, annotation.titleEn, annotation.textZh, annotation.textEn, annotation.awardedBy].map(
            matches,
          ),
          sql`exists (select from ${orgUnit} where ${orgUnit.code} = ${annotation.orgUnitCode} and (${matches(orgUnit.nameZh)}
            or ${matches(orgUnit.nameEn)}))`,
          sql`exists (select from ${indicator} where ${indicator.code} = ${annotation.indicatorCode}
            and (${folded(indicator.nameZh)} like ${word} or ${folded(indicator.nameEn)} like ${word}))`,
        ),
  );
  const total = await db().$count(annotation, and(inSight(principal), where));
  const page = pageWithin(asked, total);
  const rows = await notesWhere(principal, where)
    .orderBy(...newest)
    .limit(pageLength)
    .offset((page - 1) * pageLength);
  return { rows, total, page };
}

/** The honours and events of a unit: a page of them, newest first, or all. */
export async function unitHonours(principal: Principal, unit: string, asked: number | 'all'): Promise<AnnotationPage> {
  const where = and(eq(annotation.orgUnitCode, unit), sql`${annotation.kind} <> 'annotation'`, isShown);
  const total = await db().$count(annotation, and(inSight(principal), where));
  const page = asked === 'all' ? 1 : pageWithin(asked, total);
  const all = notesWhere(principal, where).orderBy(...newest);
  return { rows: await (asked === 'all' ? all : all.limit(pageLength).offset((page - 1) * pageLength)), total, page };
}

/** The notes that cite a document, newest first. */
export async function notesCiting(principal: Principal, sourceCode: string): Promise<Annotation[]> {
  return notesWhere(principal, and(eq(annotation.sourceCode, sourceCode), isShown)).orderBy(...newest);
}

/** A note, shown or withdrawn; null for none in sight. */
export async function annotationOf(principal: Principal, id: string): Promise<Annotation | null> {
  const [found] = await notesWhere(principal, eq(annotation.id, id));
  return found ?? null;
}

/** The confirmed steps of a note, newest first; the accounts only for who sees proposals. */
export async function annotationSteps(principal: Principal, id: string): Promise<AnnotationStep[]> {
  const named = maySee(principal.role, 'proposals');
  const rows = await db().execute<
    Omit<AnnotationStep, 'by' | 'decidedAt'> & { at: string; proposed: string; confirmed: string }
  >(sql`
    select p.id, split_part(p.kind, '.', 2) as step, p.reason, p.was, p.decided_at as at,
      coalesce((select name from app_user where id = p.proposed_by), p.proposed_by) as proposed,
      coalesce((select name from app_user where id = p.decided_by), p.decided_by) as confirmed
    from proposal p where p.subject = ${`annotation/${id}`} and p.state = 'confirmed' 
    order by coalesce((p.input ->> 'version')::int, 0) desc`);
  return rows.map(({ at, proposed, confirmed, ...row }) => ({
    ...{ ...row, decidedAt: new Date(at) },
    by: named ? { proposed, confirmed } : null,
  }));
}

/** How many notes with this one wait for a second person; of any where `id` is left out. */
export async function waitingNotes(principal: Principal, id?: string): Promise<number> {
  if (!maySee(principal.role, 'proposals')) return 0;
  const [found] = await db().execute<{ n: number }>(sql`select count(*)::int as n from proposal
    where state = 'waiting' and ${id === undefined ? sql`subject like 'annotation/%'` : sql`subject = ${`annotation/${id}`}`}`);
  return found?.n ?? 0;
}

/** Why a document may not be cited: unknown, withdrawn, or that of computed figures; null where it may. */
export async function refusedSource(work: Work, code: string): Promise<'unknownSource' | 'withdrawnSource' | null> {
  const [found] = await work.tx
    .select({ withdrawnReason: source.withdrawnReason })
    .from(source)
    .where(eq(source.code, code));
  if (!found || code === derivedSource) return 'unknownSource';
  return found.withdrawnReason === null ? null : 'withdrawnSource';
}

/** Refuses a document that may not be cited. */
export async function refuseSource(work: Work, code: string | null): Promise<void> {
  const refused = code === null ? null : await refusedSource(work, code);
  if (refused) throw new Refusal('conflict', `annotations.refused.${refused}`, { field: 'sourceCode' });
}

/** More names than this are not offered by a form: its page would be larger than it is worth. */
const mostOffered = 400;

/** What the form of a note offers: names of units and indicators, and the documents that may be cited. */
export async function noteChoices(principal: Principal) {
  const [names, sources] = await Promise.all([catalogueNames(db()), citableSources(principal)]);
  const few = (entries: readonly NameEntry[]) => (entries.length > mostOffered ? [] : entries);
  return { offered: { units: few(names.units), indicators: few(names.indicators) }, sources };
}
