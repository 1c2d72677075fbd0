import type { Database } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';
import { person } from '@/lib/testing/returns';

/** The morning on which the run of the tests is published, by `office-1`; appeals are taken until the 17th. */
export const publishedAt = new Date('2026-03-02T09:00:00+08:00');

/** The people of the tests: of the office the one who published, and three others; of two units. */
export const people = {
  publisher: person('assessmentOffice', { userId: 'office-1' }),
  first: person('assessmentOffice', { userId: 'o1' }),
  second: person('assessmentOffice', { userId: 'o2' }),
  third: person('assessmentOffice', { userId: 'o3' }),
  jia: person('reporter', { userId: 'jia', unitCode: 'U1' }),
  jiaReviewer: person('unitReviewer', { userId: 'jia-2', unitCode: 'U1' }),
  yi: person('reporter', { userId: 'yi', unitCode: 'U2' }),
  // Moved from the unit to the office since.
  moved: person('assessmentOffice', { userId: 'jia' }),
  leader: person('leader'),
  auditor: person('auditor'),
} as const satisfies Readonly<Record<string, Principal>>;

/** A published run of five invented units over four items. Returns its id. */
export async function appealedRun(database: Database): Promise<string> {
  await inventedFigures(database);
  await storedScheme(database, inventedDocument());
  return inventedRun(database, { now: publishedAt });
}
