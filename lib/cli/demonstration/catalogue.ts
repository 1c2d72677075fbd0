import { readFileSync } from 'node:fs';
import type { CatalogueFile } from '@/lib/cli/load-catalogue';

const folder = new URL('../../../db/dataset/demonstration/', import.meta.url);
const files = [
  'topics.csv',
  'sources.csv',
  'indicators.csv',
  'units.csv',
  'peer_groups.csv',
  'peer_group_members.csv',
] as const satisfies readonly CatalogueFile[];

/** The files of the demonstration's catalogue: its invented units, indicators and document. */
export function readDemonstration(): Record<(typeof files)[number], string> {
  return Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')])) as Record<
    (typeof files)[number],
    string
  >;
}

/** The place of the demonstration, for a product without another. */
export function readDemonstrationPlace(): string {
  return readFileSync(new URL('place.json', folder), 'utf8');
}

/** Numbers after every real row: the demonstration comes last in each list. */
export const afterAll = 900_000;
