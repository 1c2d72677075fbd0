import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, peerGroup } from '@/db/schema/catalogue';
import { collection, collectionCalendar } from '@/db/schema/collections';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import type { CalendarTerms } from '@/lib/reporting/collections/calendars/calendar-terms';
import { knownUnits } from '@/lib/reporting/collections/queries';

/** Refuses a calendar that names an indicator, a group or a unit that the catalogue does not have. */
export async function refuseUnknown(
  work: Work,
  { items, peerGroupCode, unitCodes }: Pick<CalendarTerms, 'items' | 'peerGroupCode' | 'unitCodes'>,
): Promise<void> {
  const codes = [...new Set(items.map(({ indicatorCode }) => indicatorCode))];
  const known = await work.tx.select({ code: indicator.code }).from(indicator).where(inArray(indicator.code, codes));
  const unknown = codes.find((code) => !known.some((row) => row.code === code));
  if (unknown) throw new Refusal('invalid', 'unknownIndicator', { field: 'items', code: unknown });
  await knownUnits(work.tx, unitCodes);
  if (peerGroupCode === '') return;
  const [group] = await work.tx.select().from(peerGroup).where(eq(peerGroup.code, peerGroupCode));
  if (!group) throw new Refusal('invalid', 'noUnits', { field: 'peerGroupCode' });
}

/** Every calendar with the periods that have a collection, active ones first, by title. */
export async function calendarList(principal: Principal) {
  if (!maySee(principal.role, 'manageCollections')) return [];
  const rows = await db()
    .select({
      calendar: collectionCalendar,
      group: { nameZh: peerGroup.nameZh, nameEn: peerGroup.nameEn },
      opened: sql<
        string[]
      >`coalesce(array_agg(${collection.periodCode}) filter (where ${collection.id} is not null), '{}')`,
    })
    .from(collectionCalendar)
    .leftJoin(peerGroup, eq(peerGroup.code, collectionCalendar.peerGroupCode))
    .leftJoin(collection, eq(collection.calendarId, collectionCalendar.id))
    .groupBy(collectionCalendar.id, peerGroup.code)
    .orderBy(desc(collectionCalendar.isActive), asc(collectionCalendar.title));
  return rows.map(({ calendar, group, opened }) => ({ ...calendar, group, opened }));
}
export type CalendarLine = Awaited<ReturnType<typeof calendarList>>[number];

/** One calendar for its form; null for none. */
export async function calendarToEdit(principal: Principal, id: string) {
  if (!maySee(principal.role, 'manageCollections')) return null;
  const [found] = await db().select().from(collectionCalendar).where(eq(collectionCalendar.id, id));
  return found ?? null;
}
