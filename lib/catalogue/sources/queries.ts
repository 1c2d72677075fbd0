import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { source } from '@/db/schema/catalogue';
import { publishedRank } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { heldBySources } from '@/lib/catalogue/sources/cited/queries';
import type { SourceHead, SourceLine } from '@/lib/catalogue/sources/words';
import { isOwnSource } from '@/lib/observations/cited/own-source';
import { derivedSource } from '@/lib/observations/derived/words';

/** Every document, in the catalogue's order, with the number of figures that cite it. */
export async function sourceList(principal: Principal): Promise<SourceLine[]> {
  const held = sql`(select source_code, sum(figures) as figures from ${heldBySources(principal)} held group by 1) held`;
  const ranks = sql`(select count(*) from ${publishedRank} where ${and(
    eq(publishedRank.sourceCode, source.code),
    readable(principal, publishedRank.orgUnitCode),
  )})`;
  return db()
    .select({
      code: source.code,
      title: source.title,
      publisher: source.publisher,
      publishedOn: source.publishedOn,
      reliability: source.reliability,
      isWithdrawn: sql<boolean>`${source.withdrawnReason} is not null`,
      figures: sql<number>`(coalesce(held.figures, 0) + ${ranks})::int`,
    })
    .from(source)
    .leftJoin(held, sql`held.source_code = ${source.code}`)
    .orderBy(asc(source.sortOrder), asc(source.code));
}

/** The documents that somebody may cite now, in the catalogue's order. */
export async function citableSources(principal: Principal): Promise<SourceLine[]> {
  return (await sourceList(principal)).filter(({ code, isWithdrawn }) => !isWithdrawn && !isOwnSource(code));
}

/** The data of a document itself; null for an unknown one. */
export async function sourceHead(code: string): Promise<SourceHead | null> {
  const [found] = await db()
    .select({
      code: source.code,
      title: source.title,
      publisher: source.publisher,
      publishedOn: source.publishedOn,
      reliability: source.reliability,
      url: source.url,
      accessNote: source.accessNote,
      licence: source.licence,
      retrievedOn: source.retrievedOn,
      withdrawnReason: source.withdrawnReason,
      withdrawnAt: source.withdrawnAt,
      version: source.version,
      isComputed: sql<boolean>`${source.code} = ${derivedSource}`,
    })
    .from(source)
    .where(eq(source.code, code));
  return found ?? null;
}
