import { type NoteNames, writtenNote } from '@/lib/assessment/explanation/written-note';
import type { Note } from '@/lib/assessment/words';
import { listed } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';

/** A note with its subject, where it needs to be named. */
export type NoteAbout = { readonly note: Note; readonly about?: string | undefined };

/** Notes in words, a line each; equal words about several subjects are one line. Nothing for none. */
export function NoteList({ notes, names, locale }: { notes: readonly NoteAbout[]; names: NoteNames; locale: Locale }) {
  const lines = new Map<string, string[]>();
  for (const { note, about } of notes) {
    const text = writtenNote(note, names, locale);
    lines.set(text, [...(lines.get(text) ?? []), ...(about ? [about] : [])]);
  }
  if (lines.size === 0) return null;
  return (
    <ul className="list-disc space-y-1 pl-5">
      {[...lines].map(([text, abouts]) => (
        <li key={text}>
          {abouts.length > 0 && (
            <span className="text-ink-2">
              {listed([...new Set(abouts)], locale)}
              {locale === 'en' ? ': ' : '：'}
            </span>
          )}
          {text}
        </li>
      ))}
    </ul>
  );
}
