'use client';

import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

export type ChartMenuWords = {
  readonly menu: string;
  readonly png: string;
  readonly csv: string;
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
};

const all = ['png', 'csv', 'copy'] as const;
type Action = (typeof all)[number];

/** Downloads and copies of the surrounding chart or table, as the page shows it. */
export function ChartMenu(props: { fileName: string; words: ChartMenuWords; actions?: readonly Action[] }) {
  const { fileName, words, actions = all } = props;
  const menu = useRef<HTMLDetailsElement>(null);
  const [said, setSaid] = useState('');

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

  async function run(action: Action) {
    const figure = menu.current?.closest('figure');
    if (!figure) return;
    setSaid('');
    try {
      const { copyTable, saveCsv, savePng } = await import('./chart-download');
      if (action === 'png') await savePng(figure, fileName);
      if (action === 'csv') saveCsv(figure, fileName);
      if (action === 'copy') await copyTable(figure);
      if (action === 'copy') setSaid(words.copied);
      else if (menu.current) menu.current.open = false;
    } catch {
      setSaid(words.failed);
    }
  }

  return (
    <details ref={menu} className="group/menu relative print:hidden noscript:hidden" onToggle={() => setSaid('')}>
      <summary
        aria-label={words.menu}
        title={words.menu}
        className="flex size-8 cursor-pointer list-none items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink focus-visible:outline-2 focus-visible:outline-sea max-sm:size-11 [&::-webkit-details-marker]:hidden"
      >
        <Download aria-hidden size={16} />
      </summary>
      <div className="absolute top-full right-0 z-20 mt-1 min-w-44 rounded-md border border-rule bg-card py-1 text-[13px] shadow-md">
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
        <p role="status" className="px-3 text-ink-2 not-empty:py-1.5">
          {said}
        </p>
      </div>
    </details>
  );
}
