'use client';

import type { MouseEvent } from 'react';
import { PageSkip } from '@/app/ui/shell/page-skip';

/**
 * Links to the first figure to fill in: one in the foot of the form, in sight of a mouse and a thumb, and one among the
 * first stops of the keyboard, so that the form can be begun without all stops before it.
 */
export function FirstCellLink({ at, label }: { at: number; label: string }) {
  const id = `figure-${at}`;
  // Without scripts the address does the same.
  const go = (event: MouseEvent) => {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
    field.select();
  };
  return (
    <>
      <PageSkip href={`#${id}`} label={label} onClick={go} />
      <a
        href={`#${id}`}
        onClick={go}
        className="text-table text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
      >
        {label}
      </a>
    </>
  );
}
