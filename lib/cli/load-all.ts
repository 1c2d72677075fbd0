import type { Database } from '@/db/client';
import { type Content, contentFor } from '@/lib/cli/content';
import { playDemonstration } from '@/lib/cli/demonstration/play';
import { launchSettings } from '@/lib/cli/launch/settings';
import { loadDataset } from '@/lib/cli/load-dataset';
import type { Outcome } from '@/lib/reporting/import/store-figures';

const nothing: Outcome = { added: 0, changed: 0, unchanged: 0, inHistory: 0 };

/** Loads the content of the database: the data set, and in the built-in product the demonstration. */
export async function loadAll(database: Database): Promise<Outcome & { readonly content: Content }> {
  const content = await contentFor(database, launchSettings().content);
  const outcome = content === 'nantong' ? await loadDataset(database) : nothing;
  if (content !== 'none') await playDemonstration(database, new Date());
  return { ...outcome, content };
}
