import { inOwnWords } from '@/lib/i18n/own-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Citation } from '@/lib/observations/words';
import { sourcePath } from './source-path';

/**
 * The footnote mark of a figure: a link to the line of its source, which the page's popover opens in place. `anchor` is
 * the line on the source's page, such as `GDP-2022-320600`.
 */
export function CitationMark({ citation, anchor, locale }: { citation: Citation; anchor?: string; locale: Locale }) {
  const t = translator(locale, 'figures');
  const title = inOwnWords(citation.sourceTitle, locale);
  return (
    <a
      href={sourcePath(citation.sourceCode, anchor)}
      data-cite={title}
      data-publisher={inOwnWords(citation.publisher, locale)}
      {...(citation.locator && { 'data-locator': citation.locator })}
      {...(citation.quote && { 'data-quote': citation.quote })}
      {...(citation.sourceWithdrawn !== null && { 'data-withdrawn': citation.sourceWithdrawn })}
      aria-label={t(citation.sourceWithdrawn === null ? 'cite' : 'citeWithdrawn', { source: title })}
      className="cite"
    />
  );
}
