import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { type Note, type NoteKind, touchingKinds } from '@/lib/assessment/words';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { RankRow } from './rank-row';

/** Kinds of notes about a unit's place among the others; the remaining kinds are on its score card. */
const aboutPlaces: readonly NoteKind[] = [
  'tie',
  'tieBroken',
  'tieAtPrecision',
  'gradeLine',
  'promoted',
  'apart',
  'veto',
  'unitExcluded',
  'lowCoverage',
  'provisional',
  'waitsForRank',
  'gradeWaits',
  'quotaWaits',
  ...touchingKinds,
];

/** The notes under a ranking: of the run as a whole, and of the units that are shown. */
export function tableNotes(
  run: Pick<ResultRun, 'notes'>,
  rows: readonly RankRow[],
  locale: Locale,
): { readonly note: Note; readonly about?: string }[] {
  return [
    ...run.notes.map((note) => ({ note })),
    ...rows.flatMap((row) =>
      row.notes.filter(({ kind }) => aboutPlaces.includes(kind)).map((note) => ({ note, about: nameOf(row, locale) })),
    ),
  ];
}
