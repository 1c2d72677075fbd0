import { nodeNamed } from '@/lib/assessment/rankings/result-run';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Note } from '@/lib/assessment/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Name } from '@/lib/i18n/words';
import { writtenNumber } from './expression';

export type NoteNames = {
  readonly scheme: Scheme;
  /** The names of units at the time of the run; a missing one is written by its code. */
  readonly units: ReadonlyMap<string, Name>;
};

/** A note in words, its codes named and its numbers rounded. */
export function writtenNote(note: Note, names: NoteNames, locale: Locale): string {
  const values = Object.fromEntries(
    Object.entries(note.values ?? {}).map(([name, value]) => [
      name,
      writtenValues(note.kind, name, value, names, locale),
    ]),
  );
  return translator(locale, 'notes')(note.kind, asArguments(values));
}

/** Values that are percentages, by the kind of note. */
const percentages: readonly string[] = [
  'clampedHigh.cap',
  'clampedLow.floor',
  'outlierStretch.share',
  'dataGaps.coverage',
  'lowCoverage.coverage',
  'lowCoverage.least',
];

function writtenValues(
  kind: Note['kind'],
  name: string,
  value: string | number,
  { scheme, units }: NoteNames,
  locale: Locale,
): string {
  if (typeof value === 'number') return `${writtenNumber(value)}${percentages.includes(`${kind}.${name}`) ? '%' : ''}`;
  if (name === 'period') return writtenPeriod(value, locale);
  return nameOf(units.get(value) ?? nodeNamed(scheme, value), locale);
}

// Safe because a test writes every kind of note with the values the engine gives it.
function asArguments(values: Readonly<Record<string, string>>): never {
  return values as never;
}
