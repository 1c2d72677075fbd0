import { type NoteNames, writtenNote } from '@/lib/assessment/explanation/written-note';
import type { Note } from '@/lib/assessment/words';
import type { Locale } from '@/lib/i18n/words';

/** Notes in words, a line each; nothing for none. */
export function NoteList({ notes, names, locale }: { notes: readonly Note[]; names: NoteNames; locale: Locale }) {
  const lines = [...new Set(notes.map((note) => writtenNote(note, names, locale)))];
  if (lines.length === 0) return null;
  return (
    <ul className="list-disc space-y-1 pl-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
