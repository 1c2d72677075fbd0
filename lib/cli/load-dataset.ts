import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Database } from '@/db/client';
import { command, type Done, perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { catalogueFiles, loadCatalogue } from '@/lib/cli/load-catalogue';
import { loadExamples } from '@/lib/cli/load-examples';
import { loadPlace } from '@/lib/cli/load-place';
import { exampleSchemes } from '@/lib/cli/shipped-schemes';
import { checkFigures, checkRanks } from '@/lib/reporting/import/check-figures';
import type { Finding } from '@/lib/reporting/import/csv-rows';
import { knownCodes, outcomeOf } from '@/lib/reporting/import/queries';
import { type Outcome, writeFigures, writeRanks } from '@/lib/reporting/import/store-figures';
import { addStarterRules } from '@/lib/reporting/rules/add-starter-rules';

const folder = new URL('../../db/dataset/', import.meta.url);
const schemes = exampleSchemes.map(({ file }) => file);
const files = [...catalogueFiles, 'place.json', 'observations.csv', 'published_ranks.csv', ...schemes] as const;
type File = (typeof files)[number];

/** The content of the product's data set, file by file. */
export function readDataset(): Record<File, string> {
  return Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')])) as Record<
    File,
    string
  >;
}

/** Loads the product's own data set into the database; does nothing when it is loaded already. */
export function loadDataset(database: Database): Promise<Outcome> {
  return perform(loadFiles, systemPrincipal('dataset'), readDataset(), { now: new Date(), database });
}

/**
 * Imports the files of a data set with the checks and writes of any import, and then the example schemes. Refuses all
 * files when one row has a finding. Repeated with the same files, it returns the first result.
 */
const loadFiles = command({
  name: 'dataset.load',
  input: z.record(z.enum(files), z.string()),
  async run(work, dataset): Promise<Done<Outcome>> {
    const { tx, principal, now } = work;
    const id = createHash('sha256').update(JSON.stringify(dataset)).digest('hex');
    const before = await outcomeOf(tx, id);
    if (before) return { result: before, repeated: true };
    await loadCatalogue(tx, dataset);
    await loadPlace(work, dataset['place.json']);
    const known = await knownCodes(tx);
    const figures = checkFigures('observations.csv', dataset['observations.csv'], known);
    const ranks = checkRanks('published_ranks.csv', dataset['published_ranks.csv'], known);
    refuseFindings([...figures.findings, ...ranks.findings]);
    const batch = { id, fileName: 'db/dataset', reason: '载入随产品提供的数据集', at: now };
    const outcome = await writeFigures(principal, tx, batch, figures.rows);
    await addStarterRules(work);
    await writeRanks(tx, ranks.rows);
    const examples = await loadExamples(work);
    return { result: outcome, changes: [{ subject: `import/${id}`, before: null, after: outcome }, ...examples] };
  },
});

function refuseFindings(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const lines = findings.slice(0, 20).map((f) => `${f.file}:${f.row} ${f.column}: ${f.key} ${f.value}`);
  throw new Error(`The data set has ${findings.length} findings:\n${lines.join('\n')}`);
}
