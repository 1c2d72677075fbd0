import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, source } from '@/db/schema/catalogue';
import { unitCoverage } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { demonstrationPublisher, demonstrationTopic } from '@/lib/catalogue/words';

/** The amount of published data. */
export type Extent = {
  readonly indicators: number;
  readonly units: number;
  readonly figures: number;
  readonly sources: number;
  /** The publication day of the newest document, `2024-10-31`; null when no document is dated. */
  readonly latest: string | null;
};

/** Counts the catalogue, the figures that the principal may read, and their documents, without invented ones. */
export async function dataExtent(principal: Principal): Promise<Extent> {
  const units = readable(principal, orgUnit.code);
  const [extent] = await db().execute<Extent>(sql`
    select (select count(*)::int from ${indicator} where ${indicator.topicCode} <> ${demonstrationTopic}) as indicators,
           (select count(*)::int from ${orgUnit} where ${units} and not ${orgUnit.isDemonstration}) as units,
           (select coalesce(sum(${unitCoverage.figures}), 0)::int from ${unitCoverage}
             join ${orgUnit} on ${orgUnit.code} = ${unitCoverage.orgUnitCode}
             where ${units} and not ${orgUnit.isDemonstration}) as figures,
           (select count(*)::int from ${source} where ${source.publisher} <> ${demonstrationPublisher}) as sources,
           (select max(${source.publishedOn})::text from ${source}) as latest`);
  if (!extent) throw new Error('A count gave no row.');
  return extent;
}
