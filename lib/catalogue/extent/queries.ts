import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, source } from '@/db/schema/catalogue';
import { observation } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { demonstrationPublisher, demonstrationTopic } from '@/lib/catalogue/words';
import { readable } from '@/lib/observations/queries';

/** How much there is to read. */
export type Extent = {
  readonly indicators: number;
  readonly units: number;
  readonly figures: number;
  readonly sources: number;
  /** The day the newest document was published, `2024-10-31`; null when no document is dated. */
  readonly latest: string | null;
};

/** Counts the catalogue, the figures the principal may read, and the documents they come from; nothing invented. */
export async function dataExtent(principal: Principal): Promise<Extent> {
  const [units, figures] = [orgUnit.code, observation.orgUnitCode].map(
    (code) => readable(principal, code) ?? sql`true`,
  );
  const [extent] = await db().execute<Extent>(sql`
    select (select count(*)::int from ${indicator} where ${indicator.topicCode} <> ${demonstrationTopic}) as indicators,
           (select count(*)::int from ${orgUnit} where ${units} and not ${orgUnit.isDemonstration}) as units,
           (select count(*)::int from ${observation} where ${figures} and ${observation.orgUnitCode} not in
             (select ${orgUnit.code} from ${orgUnit} where ${orgUnit.isDemonstration})) as figures,
           (select count(*)::int from ${source} where ${source.publisher} <> ${demonstrationPublisher}) as sources,
           (select max(${source.publishedOn})::text from ${source}) as latest`);
  if (!extent) throw new Error('A count gave no row.');
  return extent;
}
