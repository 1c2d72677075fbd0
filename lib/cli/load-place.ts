import { place } from '@/db/schema/place';
import type { Work } from '@/lib/access/command';
import { type Place, placeRows } from '@/lib/catalogue/place/words';

/** Sets the place that a file of the product describes, unless one is set. */
export async function loadPlace({ tx, principal, now }: Work, text: string): Promise<void> {
  const { nameZh, nameEn, settings } = JSON.parse(text) as Pick<Place, 'nameZh' | 'nameEn' | 'settings'>;
  await tx
    .insert(place)
    .values({ id: placeRows.shown, nameZh, nameEn, settings, updatedBy: principal.userId, updatedAt: now })
    .onConflictDoNothing();
}
