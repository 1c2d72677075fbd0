'use client';

import type { ChartTable } from '@/lib/dashboards/series/words';

/**
 * The table twin of a chart, in the page from the start: the first column names the row, figures are right-aligned. A
 * client component only because the page then carries its texts once more as a list and not as a tree of elements.
 */
export function ChartTwin({ table, caption }: { table: ChartTable; caption: string }) {
  return (
    <table className="chart-twin">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ label, numeric }) => (
            <th key={label} scope="col" className={numeric ? 'end' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells) => (
          <tr key={cells[0]}>
            {cells.map((cell, at) => {
              const { label, numeric } = table.columns[at] ?? { label: `${at}`, numeric: false };
              const className = numeric ? 'end' : undefined;
              return at === 0 ? (
                <th key={label} scope="row" className={className}>
                  {cell}
                </th>
              ) : (
                <td key={label} className={className}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {table.notes && (
        <tbody>
          {table.notes.map((note) => (
            <tr key={note}>
              <td colSpan={table.columns.length} className="note">
                {note}
              </td>
            </tr>
          ))}
        </tbody>
      )}
    </table>
  );
}
