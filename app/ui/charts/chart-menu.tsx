'use client';

import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { CitationField } from '@/app/ui/figures/citation-field';

const all = ['png', 'svg', 'picture', 'csv', 'copy', 'cite'] as const;
type Action = (typeof all)[number];

export type ChartMenuWords = Readonly<
  Record<Action | 'menu' | 'put' | 'copied' | 'cited' | 'noPicture' | 'byHand' | 'citationText' | 'failed', string>
>;

/**
 * Downloads and copies of the surrounding chart or table, as the page shows it. `citation` is the text that cites it, with
 * gaps for its source, the address and the day.
 */
export function ChartMenu(props: {
  fileName: string;
  words: ChartMenuWords;
  citation?: string;
  actions?: readonly Action[];
  /** The address that puts the chart on a board. */
  put?: string | undefined;
}) {
  const { fileName, words, citation = '', actions = all } = props;
  const menu = useRef<HTMLDetailsElement>(null);
  const [said, setSaid] = useState('');
  const [cited, setCited] = useState('');

  useEffect(() => {
    const close = (event: Event) => {
      const details = menu.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        details.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && details.contains(event.target)) return;
      details.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);

  function say(text: string) {
    setSaid(text);
    setCited('');
  }

  async function run(action: Action) {
    const figure = menu.current?.closest('figure');
    if (!figure) return;
    say('');
    try {
      const tools = await import('./chart-download');
      if (action === 'picture') {
        if (!tools.hasPictureClipboard()) return say(words.noPicture);
        await tools.copyPicture(figure);
        return say(words.copied);
      }
      if (action === 'cite') {
        const text = tools.citationIn(figure, citation);
        setCited(text);
        return setSaid(
          await tools.copyText(text).then(
            () => words.cited,
            () => words.byHand,
          ),
        );
      }
      if (action === 'copy') {
        await tools.copyTable(figure);
        return say(words.copied);
      }
      if (action === 'png') await tools.savePng(figure, fileName);
      if (action === 'svg') tools.saveSvg(figure, fileName);
      if (action === 'csv') tools.saveCsv(figure, fileName);
      if (menu.current) menu.current.open = false;
    } catch {
      say(words.failed);
    }
  }

  return (
    <details ref={menu} className="group/menu relative print:hidden noscript:hidden" onToggle={() => say('')}>
      <summary
        aria-label={words.menu}
        title={words.menu}
        className="flex size-8 cursor-pointer list-none items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink focus-visible:outline-2 focus-visible:outline-sea max-sm:size-11 [&::-webkit-details-marker]:hidden"
      >
        <Download aria-hidden size={16} />
      </summary>
      <div className="absolute top-full right-0 z-20 mt-1 min-w-44 has-[textarea]:w-72 rounded-md border border-rule bg-card py-1 text-[13px] shadow-md">
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            onClick={() => run(action)}
            className="block w-full cursor-pointer px-3 py-1.5 text-left whitespace-nowrap text-ink hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-sea max-sm:py-3"
          >
            {words[action]}
          </button>
        ))}
        {props.put && (
          <a
            href={props.put}
            className="block border-t border-rule px-3 py-1.5 whitespace-nowrap text-ink hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-sea max-sm:py-3"
          >
            {words.put}
          </a>
        )}
        {cited !== '' && (
          <div className="px-3 py-1.5">
            <CitationField text={cited} label={words.citationText} />
          </div>
        )}
        <p role="status" className="max-w-72 px-3 text-ink-2 not-empty:py-1.5">
          {said}
        </p>
      </div>
    </details>
  );
}
