'use client';

import { type ReactNode, useRef, useState } from 'react';
import { matchesWords } from '@/lib/catalogue/search/match-words';

/**
 * A search within a long list of checkboxes: hides the rows whose `data-find` lacks a word of it, and opens the groups
 * (`details`) with remaining rows. The search is not sent. Without scripts the whole list is shown.
 */
export function FindIn(props: { label: string; hint: string; none: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const [isNone, setNone] = useState(false);
  const find = (query: string) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-find]') ?? [])];
    for (const row of rows) row.hidden = !matchesWords([row.dataset.find ?? ''], query);
    for (const group of list.current?.querySelectorAll('details') ?? []) {
      const left = group.querySelector('[data-find]:not([hidden])');
      group.hidden = left === null;
      if (query.trim() !== '' && left) group.open = true;
    }
    setNone(rows.every((row) => row.hidden));
  };
  return (
    <div>
      <input
        type="search"
        aria-label={props.label}
        placeholder={props.hint}
        autoComplete="off"
        onInput={(event) => find(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter must not submit the surrounding form.
          if (event.key === 'Enter') event.preventDefault();
        }}
        className="mb-3 h-9 w-full max-w-96 rounded-md border border-rule bg-card px-3 text-sm text-ink placeholder:text-ink-2 hover:border-rule-strong max-sm:h-11"
      />
      <div ref={list}>{props.children}</div>
      {isNone && <p className="py-2 text-ink-2">{props.none}</p>}
    </div>
  );
}
