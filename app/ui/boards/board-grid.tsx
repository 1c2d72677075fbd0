import { clsx } from 'clsx';
import type { CSSProperties, ReactNode } from 'react';
import type { BoardCard } from '@/lib/dashboards/boards/words';
import { columns } from '@/lib/dashboards/boards/words';

/** The cards of a board in their order; while it is composed each has a row of its own on a telephone, for its buttons. */
export function BoardGrid({ isComposed, children }: { isComposed?: boolean; children: ReactNode }) {
  return (
    <div className="board" {...(isComposed && { 'data-composed': '' })}>
      <div className="board-grid">{children}</div>
    </div>
  );
}

/** The columns that a card takes of twelve, and of six. */
export function spans(width: number): CSSProperties {
  const half = Math.min(columns / 2, Math.max(2, Math.ceil(width / 2)));
  return { '--span': width, '--half': half } as CSSProperties;
}

/** The place of a card on the grid. Text has no frame: it is the board's own voice. */
export function CardPlace(props: { card: Pick<BoardCard, 'kind' | 'width'>; className?: string; children: ReactNode }) {
  const { kind, width } = props.card;
  return (
    <div
      data-kind={kind}
      style={spans(width)}
      className={clsx(
        'board-card',
        kind !== 'text' && 'rounded-md border border-rule bg-card p-4 print:p-2',
        props.className,
      )}
    >
      {props.children}
    </div>
  );
}
