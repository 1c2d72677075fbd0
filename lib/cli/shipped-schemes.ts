import { readFileSync } from 'node:fs';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';

const folder = new URL('../../db/dataset/', import.meta.url);
const read = (file: string): Scheme => Scheme.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

/** The example schemes on real figures, by code, each with the period that it is computed for. */
export const exampleSchemes = [
  { code: 'EXAMPLE-ECONOMY', file: 'schemes/economy.json', period: '2022' },
  { code: 'EXAMPLE-URBANISATION', file: 'schemes/urbanisation.json', period: '2018' },
] as const;

export function readExampleScheme({ file }: (typeof exampleSchemes)[number]): Scheme {
  return read(file);
}

export const demonstrationSchemes = ['zones-1', 'zones-2', 'safety'] as const;

/** A scheme of the demonstration, with invented units and indicators alone. */
export function readDemonstrationScheme(name: (typeof demonstrationSchemes)[number]): Scheme {
  return read(`demonstration/schemes/${name}.json`);
}
