import { NoteSubject } from '@/app/(desk)/catalogue/annotations/note-parts';
import { marked } from '@/app/ui/primitives/marked';
import { writtenSpan } from '@/lib/catalogue/annotations/told/span';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** The notes, honours and events that cite a document, newest first. */
export function CitingNotes({ notes, locale }: { notes: readonly Annotation[]; locale: Locale }) {
  return (
    <ul className="text-table">
      {notes.map((note) => (
        <li key={note.id} className="border-b border-rule py-2 break-words">
          <span className="mr-3 text-ink-2">{writtenSpan(note, locale)}</span>
          <a href={paths.annotation(note.id)} className="mr-3 text-sea hover:underline">
            {marked(locale === 'en' ? note.titleEn : note.titleZh, locale)}
          </a>
          <NoteSubject note={note} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
