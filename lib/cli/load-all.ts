import type { Database } from '@/db/client';
import { playDemonstration } from '@/lib/cli/demonstration/play';
import { loadDataset } from '@/lib/cli/load-dataset';
import type { Outcome } from '@/lib/reporting/import/store-figures';

/** Loads the shipped data: the data set, and in the built-in product the demonstration. */
export async function loadAll(database: Database): Promise<Outcome> {
  const outcome = await loadDataset(database);
  await playDemonstration(database, new Date());
  return outcome;
}
