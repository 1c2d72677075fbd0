import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { place } from '@/db/schema/place';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { draftedPlace, shownPlace } from '@/lib/catalogue/place/queries';
import { placeRows } from '@/lib/catalogue/place/words';

/** Shows the prepared place on every page, or drops it. Refuses a draft that is not the one that was looked at. */
export const adoptPlace = command({
  name: 'place.adopt',
  input: z.strictObject({ version: z.int().min(1), drop: z.boolean() }),
  async run(work, { version, drop }) {
    const { tx, principal, now } = work;
    const draft = await draftedPlace(tx);
    if (!draft.isDraft || draft.version !== version) throw await movedRefusal(work, 'place', 'place.refusals.moved');
    const { nameZh, nameEn, settings } = draft;
    const before = await shownPlace(tx);
    await tx.delete(place).where(eq(place.id, placeRows.draft));
    if (!drop) {
      const row = { nameZh, nameEn, settings, version, updatedBy: principal.userId, updatedAt: now };
      await tx
        .insert(place)
        .values({ ...row, id: placeRows.shown })
        .onConflictDoUpdate({ target: place.id, set: row });
    }
    const told = ({ nameZh, nameEn, settings }: typeof before) => ({ nameZh, nameEn, settings });
    return {
      result: version,
      changes: [
        {
          subject: 'place',
          before: before.version > 0 ? told(before) : null,
          after: drop ? { dropped: true } : told(draft),
        },
      ],
    };
  },
});
