import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import type { Locale } from '@/lib/i18n/words';
import { entryLines } from '@/lib/monitoring/registers/list/queries';
import type { EntryChoice } from '@/lib/monitoring/registers/list/words';
import { registerSheet } from '@/lib/monitoring/registers/sheet/register-sheet';
import { mostEntries, type Register } from '@/lib/monitoring/registers/words';
import type { Sheet } from '@/lib/publishing/words';

/** The entries in sight of a choice as a sheet that can be imported; null where they are too many for one. */
export async function entrySheet(
  principal: Principal,
  register: Register,
  choice: EntryChoice,
  locale: Locale,
): Promise<Sheet | null> {
  const lines = await entryLines(principal, register, choice, { most: mostEntries + 1 });
  if (lines.length > mostEntries) return null;
  const { units } = await catalogueNames(db());
  return registerSheet(register, lines, { day: choice.day, units }, locale);
}
