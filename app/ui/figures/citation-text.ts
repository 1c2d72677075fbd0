import { inOwnWords } from '@/lib/i18n/own-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Citation } from '@/lib/observations/words';

/** The most documents that a citation names. */
const most = 3;

/** Documents as a citation names them: title, publisher and day; of many the first, and how many there are. */
export function citedSources(citations: readonly Citation[], locale: Locale): string {
  const t = translator(locale, 'charts');
  const documents = [...new Map(citations.map((one) => [one.sourceCode, one])).values()];
  const comma = locale === 'en' ? ', ' : '，';
  const named = documents.slice(0, most).map(({ sourceTitle, publisher, publishedOn }) => {
    const title = inOwnWords(sourceTitle, locale);
    const of = [inOwnWords(publisher, locale), publishedOn].filter(Boolean).join(comma);
    return of === '' ? title : t('citedSource', { title, of });
  });
  const cited = named.join(locale === 'en' ? '; ' : '；');
  return documents.length > most ? t('citedSources', { cited, count: documents.length }) : cited;
}

/**
 * The citation of what a page shows: what it is, its source and this product. The browser writes the address of the page
 * and the day into the gaps (`fill-citation.ts`), since a kept page knows neither.
 */
export function citationText(of: { what: readonly string[]; source: string }, locale: Locale): string {
  const comma = locale === 'en' ? ', ' : '，';
  return translator(locale, 'charts')('citation', {
    what: of.what.filter((part) => part !== '').join(comma),
    source: of.source,
    product: translator(locale, 'shell')('product'),
    address: '{address}',
    day: '{day}',
  });
}
