import type { ReactNode } from 'react';

/** Rows of one batch folded into a line with their count. It opens by the keyboard and without scripts, and prints open. */
export function Fold(props: { summary: ReactNode; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={props.isOpen} className="fold border-y border-rule">
      <summary className="min-h-6 cursor-pointer py-2 text-table max-sm:min-h-11">{props.summary}</summary>
      {props.children}
    </details>
  );
}
