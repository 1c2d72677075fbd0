import { nodeNamed } from '@/lib/assessment/results/result-run';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Note } from '@/lib/assessment/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenNumber } from './expression';

export type NoteNames = {
  readonly scheme: Scheme;
  /** The units as they were named then; one that is not among them is told by its code. */
  readonly units: ReadonlyMap<string, { readonly nameZh: string; readonly nameEn: string }>;
};

/** A note in words, its codes named and its numbers rounded. */
export function writtenNote(note: Note, names: NoteNames, locale: Locale): string {
  const t = translator(locale, 'notes');
  const values = Object.fromEntries(
    Object.entries(note.values ?? {}).map(([name, value]) => [name, shown(name, value, names, locale)]),
  );
  return t.has(note.kind as never) ? t(note.kind as never, values as never) : note.kind;
}

function shown(name: string, value: string | number, { scheme, units }: NoteNames, locale: Locale): string | number {
  if (typeof value === 'number') return Number.isInteger(value) ? value : writtenNumber(value);
  if (name === 'period') return writtenPeriod(value, locale);
  const unit = units.get(value);
  return nameOf(unit ?? nodeNamed(scheme, value), locale);
}
