import { asc, eq, inArray, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { indicator, orgUnit, peerGroup, topic } from '@/db/schema/catalogue';
import { place } from '@/db/schema/place';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { type FirstStep, noPlace, type Place, type PlaceSettings, placeRows } from '@/lib/catalogue/place/words';
import type { Name, Named } from '@/lib/i18n/words';

/** The place as pages show it, the same for everybody; `noPlace` where nothing is set yet. */
export async function shownPlace(tx: Tx | Database = db()): Promise<Place> {
  return placeRow(tx, placeRows.shown);
}

/** The place as the office prepares it: the last draft, or what is shown where there is none. */
export async function draftedPlace(tx: Tx | Database = db()): Promise<Place & { readonly isDraft: boolean }> {
  const draft = await placeRow(tx, placeRows.draft);
  return draft.version > 0 ? { ...draft, isDraft: true } : { ...(await shownPlace(tx)), isDraft: false };
}

async function placeRow(tx: Tx | Database, id: string): Promise<Place> {
  const [row] = await tx
    .select({ nameZh: place.nameZh, nameEn: place.nameEn, settings: place.settings, version: place.version })
    .from(place)
    .where(eq(place.id, id));
  return row ?? noPlace;
}

/** What a place is chosen from: topics and sequences, and the names of what it mentions, by kind and code. */
export async function placeChoices({ homeUnits, sections, charts, companions }: PlaceSettings): Promise<{
  topics: Named[];
  groups: Named[];
  names: Map<string, Name>;
}> {
  const units = [
    ...homeUnits,
    ...sections.flatMap(({ unitCode, alsoUnits }) => [unitCode, ...alsoUnits]),
    ...charts.flatMap((one) => (one.kind === 'years' ? one.unitCode : [])),
  ];
  const indicators = [
    ...sections.flatMap(({ indicatorCodes }) => indicatorCodes),
    ...charts.map(({ indicatorCode }) => indicatorCode),
    ...Object.entries(companions).flat(),
  ];
  const named = (table: typeof topic | typeof peerGroup | typeof orgUnit | typeof indicator) =>
    db().select({ code: table.code, nameZh: table.nameZh, nameEn: table.nameEn }).from(table);
  const [topics, groups, ofUnits, ofIndicators] = await Promise.all([
    named(topic).orderBy(asc(topic.sortOrder)),
    named(peerGroup).orderBy(asc(peerGroup.sortOrder)),
    named(orgUnit).where(inArray(orgUnit.code, units)),
    named(indicator).where(inArray(indicator.code, indicators)),
  ]);
  const keyed = (kind: string, rows: readonly Named[]) => rows.map((one) => [`${kind}/${one.code}`, one] as const);
  const names = new Map([...keyed('topic', topics), ...keyed('unit', ofUnits), ...keyed('indicator', ofIndicators)]);
  return { topics, groups, names };
}

/** The steps from an empty installation to a published scheme, in their order, each with whether it is done. */
export async function stepsDone(principal: Principal): Promise<Readonly<Record<FirstStep, boolean>> | null> {
  if (!maySee(principal.role, 'managePlace')) return null;
  const [steps] = await db().execute<Record<FirstStep, boolean>>(sql`
    select exists (select from place where id = ${placeRows.shown}) as place,
      exists (select from org_unit) as units,
      exists (select from indicator) as indicators,
      exists (select from peer_group_member) as sequence,
      exists (select from observation) as figures,
      exists (select from scheme_version where state = 'published') as scheme`);
  return steps ?? null;
}
