import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Citation } from '@/lib/observations/words';

/**
 * The footnote mark of a figure: a link to the line of its source, which the page's one popover opens in place.
 * `anchor` is the line on the source's page, such as `GDP-2022-320600`.
 */
export function CitationMark({ citation, anchor, locale }: { citation: Citation; anchor?: string; locale: Locale }) {
  const t = translator(locale, 'figures');
  return (
    <a
      href={`/catalogue/sources/${encodeURIComponent(citation.sourceCode)}${anchor ? `#${anchor}` : ''}`}
      data-cite={citation.sourceTitle}
      data-publisher={citation.publisher}
      data-locator={citation.locator}
      data-quote={citation.quote}
      aria-label={t('cite', { source: citation.sourceTitle })}
      className="-mx-1 -my-2 inline-block p-2 align-[0.2em] text-ink-2 no-underline hover:text-sea"
    >
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path d="M2.5 1.5h5l2 2v7h-7z M4.5 5.5h3 M4.5 7.5h3" fill="none" stroke="currentColor" strokeWidth="1" />
      </svg>
    </a>
  );
}
