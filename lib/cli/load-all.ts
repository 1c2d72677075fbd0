import type { Database } from '@/db/client';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { loadDemonstration } from '@/lib/cli/demonstration/load-demonstration';
import { loadDataset } from '@/lib/cli/load-dataset';
import type { Outcome } from '@/lib/reporting/import/queries';

/** Brings in what the product ships: its data set, and in the built-in product the demonstration. */
export async function loadAll(database: Database): Promise<Outcome> {
  const outcome = await loadDataset(database);
  await perform(loadDemonstration, systemPrincipal('demonstration'), {}, { now: new Date(), database });
  return outcome;
}
