import { NoteSource } from '@/app/(desk)/catalogue/annotations/note-parts';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { Pager } from '@/app/ui/tables/pager';
import { writtenSpan } from '@/lib/catalogue/annotations/told/span';
import type { AnnotationPage } from '@/lib/catalogue/annotations/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

/** The honours and events of a unit, newest first, each with its document; nothing where there are none. */
export function Honours(props: {
  unit: Named;
  found: AnnotationPage;
  hrefOf: (page: number) => string;
  locale: Locale;
}) {
  const { unit, found, hrefOf, locale } = props;
  if (found.total === 0) return null;
  const t = translator(locale, 'annotations');
  const file = (format: string) => withQuery(paths.honoursFile(unit.code), { format });
  return (
    <Section
      id="honours"
      title={t('honours.title')}
      note={t('honours.note', { count: found.total })}
      actions={
        <span className="flex flex-wrap gap-2">
          <a href={file('xlsx')} download className={buttonLook('outline')}>
            {t('honours.xlsx')}
          </a>
          <a href={file('csv')} download className={buttonLook('outline')}>
            {t('honours.csv')}
          </a>
        </span>
      }
    >
      <ul className="border-t border-rule">
        {found.rows.map((note) => {
          const text = locale === 'en' ? note.textEn : note.textZh;
          return (
            <li
              key={note.id}
              className="grid gap-x-6 gap-y-0.5 border-b border-rule py-2 break-inside-avoid sm:grid-cols-[11rem_minmax(0,1fr)] print:py-1"
            >
              <p className="text-ink-2">
                {writtenSpan(note, locale)} <Badge>{t(`kinds.${note.kind}`)}</Badge>
              </p>
              <div className="min-w-0 break-words">
                <p>
                  <a href={paths.annotation(note.id)} className="font-medium hover:text-sea hover:underline">
                    {marked(locale === 'en' ? note.titleEn : note.titleZh, locale)}
                  </a>
                  {note.awardedBy !== '' && (
                    <span className="ml-3 text-ink-2">{marked(t('awarded', { name: note.awardedBy }), locale)}</span>
                  )}
                </p>
                {text !== '' && <p className="max-w-prose whitespace-pre-line text-ink-2">{marked(text, locale)}</p>}
                <p className="text-xs leading-5 text-ink-2">
                  {translator(locale, 'charts')('source')}
                  <NoteSource note={note} locale={locale} />
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      <Pager page={found.page} pages={pagesOf(found.total)} hrefOf={hrefOf} whole={t('honours.csv')} locale={locale} />
    </Section>
  );
}
