import { clsx } from 'clsx';
import { Fragment, type ReactNode } from 'react';

export type Order = 'asc' | 'desc';
export type Column<Row> = {
  key: string;
  header: ReactNode;
  align?: 'start' | 'end' | 'center';
  sortable?: boolean;
  cell: (row: Row) => ReactNode;
  className?: string;
  /** In a stacked table: as wide as the screen of a telephone. */
  wide?: boolean;
};

const alignments = { start: undefined, end: 'end', center: 'center' };
/** Sort marks are drawn by the style sheet, so that a copied table has clean heads. */
const marks: Record<Order | 'none', string> = {
  asc: "after:content-['↑']",
  desc: "after:content-['↓']",
  none: "after:content-['↕']",
};

/** Leaves out empty props: a page carries each of them twice, and a table has many cells. */
function looksOf<Row>({ align = 'start', className }: Column<Row>): { className?: string } {
  const looks = clsx(alignments[align], className);
  return looks === '' ? {} : { className: looks };
}

/** Where a cell of a stacked table stands, and under which name. */
function placeOf<Row>({ header, wide }: Column<Row>): Record<string, string> {
  return { ...(typeof header === 'string' && { 'data-label': header }), ...(wide && { 'data-wide': '' }) };
}

function nextOrder(now: Order | undefined): Order | null {
  return now === undefined ? 'desc' : now === 'desc' ? 'asc' : null;
}

function HeaderCell<Row>(props: { column: Column<Row>; order: Order | undefined; href: string | null }) {
  const { column, order, href } = props;
  return (
    <th scope="col" aria-sort={order ? (order === 'asc' ? 'ascending' : 'descending') : undefined} {...looksOf(column)}>
      {href === null ? (
        column.header
      ) : (
        <a
          href={href}
          data-stay=""
          className={clsx(
            'inline-flex min-h-6 items-center gap-1 after:text-xs hover:text-sea',
            marks[order ?? 'none'],
            order ? 'text-sea' : 'after:opacity-50',
          )}
        >
          {column.header}
        </a>
      )}
    </th>
  );
}

/**
 * The product's table: rendered on the server, sorted by links (the order is in the address), first column frozen.
 * `isFocal` marks the reader's own row. `stacked` turns each row on a telephone into lines under the names of the columns, for
 * tables whose words matter and which are not sorted. The unit of measure belongs in the header, not in the cells.
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
  /** The content below an open row, across all columns; it stays visible when the table is scrolled. */
  detail?: (row: Row) => ReactNode;
  empty?: ReactNode;
  stacked?: boolean;
  footer?: ReactNode;
}) {
  const { columns, rows } = props;
  if (rows.length === 0 && props.empty) return props.empty;
  return (
    // A scrolling region must be reachable by keyboard.
    <div
      role="region"
      aria-label={props.caption}
      tabIndex={0}
      className={clsx('relative overflow-x-auto print:overflow-visible', props.detail && '@container')}
    >
      <table className={clsx('data-table', props.stacked && 'stacked')}>
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const order = props.sort?.key === column.key ? props.sort.order : undefined;
              const href = column.sortable && props.sortHref ? props.sortHref(column.key, nextOrder(order)) : null;
              return <HeaderCell key={column.key} column={column} order={order} href={href} />;
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const detail = props.detail?.(row);
            return (
              <Fragment key={props.rowKey(row)}>
                <tr
                  {...(props.rowId && { id: props.rowId(row) })}
                  {...(props.isFocal?.(row) && { 'data-focal': '' })}
                  {...(detail && { 'data-open': '' })}
                >
                  {columns.map((column) => (
                    <td key={column.key} {...looksOf(column)} {...(props.stacked && placeOf(column))}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
                {detail && (
                  <tr data-detail="">
                    <td colSpan={columns.length}>
                      <div>{detail}</div>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
        {props.footer && <tfoot>{props.footer}</tfoot>}
      </table>
    </div>
  );
}
