'use client';

import { Popover } from '@base-ui/react/popover';
import Link from 'next/link';
import { marked } from '@/app/ui/primitives/marked';
import type { CitationWords } from './citation-popover';

/** The content of a footnote: the quote, the document, the place in it, and a link to all its figures. */
export function CitationCard(props: { mark: HTMLAnchorElement; words: CitationWords; onClose: () => void }) {
  const { mark, words } = props;
  const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
  const { cite, publisher, locator, quote, withdrawn } = mark.dataset;
  const address = new URL(mark.href);
  return (
    <Popover.Root open onOpenChange={(open) => open || props.onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={mark} sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup
            finalFocus={() => mark}
            className="w-[min(360px,calc(100vw-24px))] rounded-md border border-rule bg-card p-4 shadow-lg outline-none"
          >
            <Popover.Title className="text-xs text-ink-2">{words.citation}</Popover.Title>
            {quote ? (
              <blockquote className="mt-1 text-base leading-7 font-medium">
                {words.quoteOpen}
                {marked(quote, locale)}
                {words.quoteClose}
              </blockquote>
            ) : (
              <p className="mt-1 text-ink-2">{words.noQuote}</p>
            )}
            <Popover.Description className="mt-2 text-table">
              {marked(cite ?? '', locale)}
              <span className="text-ink-2"> · {marked(publisher ?? '', locale)}</span>
            </Popover.Description>
            {withdrawn !== undefined && (
              <p className="mt-2 border-l-2 border-vermilion pl-2 text-table">
                <b className="text-vermilion">{words.sourceWithdrawn}</b> {withdrawn}
              </p>
            )}
            {locator && (
              <p className="mt-1 text-table text-ink-2">
                {words.locator} {marked(locator, locale)}
              </p>
            )}
            <Link
              prefetch={false}
              href={address.pathname + address.search + address.hash}
              onClick={props.onClose}
              className="mt-3 inline-flex min-h-6 items-center text-table text-sea underline"
            >
              {words.openSource}
            </Link>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
