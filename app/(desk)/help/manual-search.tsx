import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { findSections } from '@/lib/help/find-sections';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

/** The search of the manuals and the terms: a GET form, which works without scripts, and its results. */
export function ManualSearch({ asked, locale }: { asked: string; locale: Locale }) {
  const t = translator(locale, 'help');
  const found = findSections(asked, locale);
  return (
    <>
      <form
        action={paths.help}
        role="search"
        aria-label={t('manuals.findIn')}
        className="flex max-w-2xl gap-2"
        data-chrome
      >
        <input
          type="search"
          name="q"
          defaultValue={asked}
          maxLength={60}
          aria-label={t('manuals.findIn')}
          placeholder={t('manuals.findHint')}
          className="h-11 min-w-0 flex-1 rounded-md border border-rule bg-card px-3 text-base placeholder:text-ink-2"
        />
        <button type="submit" className={buttonLook('primary', 'min-h-11 px-5')}>
          {t('manuals.find')}
        </button>
      </form>
      {asked !== '' && (
        <div className="mt-3 mb-8">
          <p role="status" className="text-table text-ink-2">
            {t('manuals.found', { asked, count: found.length })}{' '}
            <a href={paths.help} className="text-sea underline">
              {t('manuals.clear')}
            </a>
          </p>
          {found.length === 0 && (
            <div className="mt-4">
              <EmptyState
                title={t('manuals.none', { asked })}
                reason={t('manuals.noneReason')}
                action={
                  <a href={withQuery(paths.search, { q: asked })} className={buttonLook('outline')}>
                    {t('manuals.searchAll')}
                  </a>
                }
              />
            </div>
          )}
          <ol className="mt-2 max-w-4xl">
            {found.map(({ manual, manualTitle, id, title, snippet }) => (
              <li key={`${manual} ${id}`} className="border-b border-rule py-2">
                <a
                  href={withQuery(manual ? paths.manual(manual) : paths.help, {}, id ?? '')}
                  className="flex min-h-11 flex-wrap items-center gap-x-3 font-medium text-sea hover:underline"
                >
                  {title}
                  {id && <span className="text-xs font-normal text-ink-2">{manualTitle}</span>}
                </a>
                <p className="text-table text-ink-2">
                  {snippet.map(({ at, text, isAsked }) =>
                    isAsked ? (
                      <mark key={at} className="bg-wash font-semibold text-ink">
                        {text}
                      </mark>
                    ) : (
                      text
                    ),
                  )}
                </p>
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}
