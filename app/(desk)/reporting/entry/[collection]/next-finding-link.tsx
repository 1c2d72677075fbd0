'use client';

import { type MouseEvent, useRef } from 'react';

/** Goes through the fields in which findings wait, one with each click, and begins again behind the last. */
export function NextFindingLink({ ids, label }: { ids: readonly string[]; label: string }) {
  const last = useRef(-1);
  const place = (id: string) => Number(id.split('-').at(-1));
  const next = ids.find((id) => place(id) > last.current) ?? ids[0];
  if (next === undefined) return null;
  // Without scripts the address does the same for the first of them.
  const go = (event: MouseEvent) => {
    const id = ids.find((one) => place(one) > last.current) ?? ids[0];
    const field = id === undefined ? null : document.getElementById(id);
    if (!field || id === undefined) return;
    event.preventDefault();
    last.current = place(id);
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  };
  return (
    <a
      href={`#${next}`}
      onClick={go}
      className="text-table text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
    >
      <span key={label}>{label}</span>
    </a>
  );
}
