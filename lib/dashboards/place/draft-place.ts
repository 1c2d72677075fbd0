import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { peerGroup, topic } from '@/db/schema/catalogue';
import { place } from '@/db/schema/place';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { draftedPlace } from '@/lib/catalogue/place/queries';
import { placeRows } from '@/lib/catalogue/place/words';
import { readPlace, TypedPlace } from '@/lib/dashboards/place/read-place';
import { Refusal } from '@/lib/errors';

/**
 * Keeps a prepared place, which pages do not show yet. `version` is that of the draft, or of the shown place where there
 * was none. Refuses names that the catalogue does not have, all at once, and a draft that was changed meanwhile.
 */
export const draftPlace = command({
  name: 'place.draft',
  input: z.strictObject({ version: z.int().min(0), place: TypedPlace }),
  async run(work, { version, place: typed }) {
    const { tx, principal, now } = work;
    const [{ units, indicators }, topics, groups] = await Promise.all([
      catalogueNames(tx),
      tx.select({ code: topic.code, nameZh: topic.nameZh, nameEn: topic.nameEn }).from(topic),
      tx.select({ code: peerGroup.code }).from(peerGroup),
    ]);
    const { settings, faults } = readPlace(typed, {
      units,
      indicators,
      topics: topics.map((one) => ({ ...one, aliases: [] })),
      groups: groups.map(({ code }) => code),
    });
    const [first] = faults;
    if (first) throw new Refusal('invalid', first.key, first.details, faults);
    const held = await draftedPlace(tx);
    if (held.version !== version) throw await movedRefusal(work, 'place', 'place.refusals.moved');
    const names = { nameZh: typed.nameZh, nameEn: typed.nameEn || typed.nameZh };
    const row = { ...names, settings, updatedBy: principal.userId, updatedAt: now };
    const [stored] = held.isDraft
      ? await tx
          .update(place)
          .set({ ...row, version: version + 1 })
          .where(eq(place.id, placeRows.draft))
          .returning({ version: place.version })
      : await tx
          .insert(place)
          .values({ ...row, id: placeRows.draft, version: version + 1 })
          .onConflictDoNothing()
          .returning({ version: place.version });
    if (!stored) throw await movedRefusal(work, 'place', 'place.refusals.moved');
    return {
      result: stored.version,
      changes: [{ subject: 'place', before: null, after: { draft: stored.version, ...names, settings } }],
    };
  },
});
