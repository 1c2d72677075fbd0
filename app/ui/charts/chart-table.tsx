import { clsx } from 'clsx';
import type { ChartTable } from '@/lib/dashboards/series/words';

/** The table twin of a chart, in the page from the start: the first column names the row, figures are set right. */
export function ChartTwin({ table, caption }: { table: ChartTable; caption: string }) {
  return (
    <table className="w-full border-separate border-spacing-0 text-[13px] tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ label, numeric }) => (
            <th
              key={label}
              scope="col"
              className={clsx(
                'sticky top-0 z-[1] border-b border-rule bg-card px-3 py-1.5 font-medium whitespace-nowrap text-ink-2 first:left-0 first:z-[2]',
                numeric ? 'text-right' : 'text-left',
              )}
            >
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
              const className = clsx(
                'border-b border-rule px-3 py-1.5 whitespace-nowrap first:sticky first:left-0 first:bg-card',
                numeric ? 'text-right' : 'text-left font-normal',
              );
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
    </table>
  );
}
