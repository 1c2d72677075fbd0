import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';

export type Order = 'asc' | 'desc';
export type Column<Row> = {
  key: string;
  header: ReactNode;
  align?: 'start' | 'end' | 'center';
  sortable?: boolean;
  cell: (row: Row) => ReactNode;
  className?: string;
};

const alignments = { start: 'text-left', end: 'text-right', center: 'text-center' };
/** Drawn by the style sheet, so that a copied table has clean heads. */
const marks: Record<Order | 'none', string> = {
  asc: "after:content-['↑']",
  desc: "after:content-['↓']",
  none: "after:content-['↕']",
};

function nextOrder(now: Order | undefined): Order | null {
  return now === undefined ? 'desc' : now === 'desc' ? 'asc' : null;
}

function HeaderCell<Row>(props: {
  column: Column<Row>;
  order: Order | undefined;
  href: string | null;
  frozen: boolean;
}) {
  const { column, order, href } = props;
  return (
    <th
      scope="col"
      aria-sort={order ? (order === 'asc' ? 'ascending' : 'descending') : undefined}
      className={clsx(
        'sticky top-0 z-10 border-b border-rule-strong bg-paper px-2.5 py-2 align-bottom font-semibold whitespace-nowrap text-ink-2',
        alignments[column.align ?? 'start'],
        props.frozen && 'left-0 z-20',
        column.className,
      )}
    >
      {href === null ? (
        column.header
      ) : (
        <Link
          href={href}
          scroll={false}
          className={clsx(
            'inline-flex min-h-6 items-center gap-1 after:text-xs hover:text-sea',
            marks[order ?? 'none'],
            order ? 'text-sea' : 'after:opacity-50',
          )}
        >
          {column.header}
        </Link>
      )}
    </th>
  );
}

/**
 * The product's table: rendered on the server, sorted by links (the order is in the address), first column frozen.
 * `isFocal` marks the reader's own row. The unit of measure belongs in the header, not in the cells.
 */
export function DataTable<Row>(props: {
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  rowId?: (row: Row) => string;
  sort?: { key: string; order: Order } | null;
  sortHref?: (key: string, order: Order | null) => string;
  isFocal?: (row: Row) => boolean;
  frozen?: number;
  empty?: ReactNode;
  footer?: ReactNode;
  maxHeight?: string;
}) {
  const { columns, rows, frozen = 1 } = props;
  if (rows.length === 0 && props.empty) return props.empty;
  return (
    // A region that scrolls must be reachable by keyboard.
    <div
      role="region"
      aria-label={props.caption}
      tabIndex={0}
      className="relative overflow-x-auto print:overflow-visible"
    >
      <table className="w-full border-collapse text-table">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => {
              const order = props.sort?.key === column.key ? props.sort.order : undefined;
              const href = column.sortable && props.sortHref ? props.sortHref(column.key, nextOrder(order)) : null;
              return (
                <HeaderCell
                  key={column.key}
                  column={column}
                  order={order}
                  href={href}
                  frozen={at < frozen && at === 0}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const focal = props.isFocal?.(row) ?? false;
            return (
              <tr
                key={props.rowKey(row)}
                id={props.rowId?.(row)}
                data-focal={focal || undefined}
                className={clsx(
                  'group border-b border-rule target:bg-wash',
                  focal ? 'bg-wash font-semibold' : 'hover:bg-hover',
                )}
              >
                {columns.map((column, at) => (
                  <td
                    key={column.key}
                    className={clsx(
                      'h-9 px-2.5 py-1',
                      alignments[column.align ?? 'start'],
                      column.align === 'end' && 'tabular-nums',
                      at === 0 && frozen > 0 && 'sticky left-0 z-[5]',
                      at === 0 &&
                        frozen > 0 &&
                        (focal ? 'bg-wash' : 'bg-paper group-hover:bg-hover group-target:bg-wash'),
                      column.className,
                    )}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        {props.footer && <tfoot>{props.footer}</tfoot>}
      </table>
    </div>
  );
}
