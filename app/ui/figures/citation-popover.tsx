'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';

const CitationCard = dynamic(() => import('./citation-card').then((part) => part.CitationCard), { ssr: false });

export type CitationWords = Record<
  'citation' | 'sourceWithdrawn' | 'locator' | 'noQuote' | 'openSource' | 'close' | 'quoteOpen' | 'quoteClose',
  string
>;

/** The only popover of a page: it opens the footnote of the clicked mark. Without scripts the marks are plain links. */
export function CitationPopover({ words }: { words: CitationWords }) {
  const [mark, setMark] = useState<HTMLAnchorElement | null>(null);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const found = event.target instanceof Element ? event.target.closest('a[data-cite]') : null;
      if (!(found instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      event.stopPropagation();
      setMark(found);
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, []);
  return mark && <CitationCard key={mark.href} mark={mark} words={words} onClose={() => setMark(null)} />;
}
