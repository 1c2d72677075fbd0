import { markedName } from '@/app/ui/primitives/marked';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { CrossTable } from '@/lib/monitoring/registers/counts/words';

/** A table of counts, each with a way to its entries: rows and columns by their names, and their sums. */
export function CrossCounts(props: {
  table: CrossTable;
  caption: string;
  rowHead: string;
  /** The names of rows and columns; those of no code have none. */
  rowOf: (code: string) => Named | undefined;
  columns: readonly { readonly code: string; readonly named: Named | undefined }[];
  /** The list behind a count; undefined stands for all rows or all columns. */
  hrefOf: (row: string | undefined, column: string | undefined) => string;
  locale: Locale;
}) {
  const { table, caption, rowHead, rowOf, columns, hrefOf, locale } = props;
  const t = translator(locale, 'registers');
  const none = t('none');
  const plain = (one: Named | undefined) => (one ? nameOf(one, locale) : none);
  const shown = (one: Named | undefined) => (one ? markedName(one, locale) : none);
  const all = t('counts.total');
  const cell = (
    count: number,
    row: string | undefined,
    column: string | undefined,
    names: readonly [string, string],
  ) =>
    count === 0 ? (
      <span className="text-ink-2">0</span>
    ) : (
      <a
        href={hrefOf(row, column)}
        aria-label={t('counts.listed', { row: names[0], column: names[1], count })}
        className="inline-flex min-h-6 min-w-6 items-center justify-end text-sea hover:underline max-sm:min-h-11 max-sm:min-w-11"
      >
        {count}
      </a>
    );
  return (
    // A scrolling region must be reachable by keyboard.
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto print:overflow-visible">
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            {columns.map(({ code, named }) => (
              <th key={code} scope="col" className="end">
                {shown(named)}
              </th>
            ))}
            <th scope="col" className="end">
              {all}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ code, counts, total }) => {
            const name = plain(rowOf(code));
            return (
              <tr key={code}>
                <th scope="row">{shown(rowOf(code))}</th>
                {columns.map((column, at) => (
                  <td key={column.code} className="end">
                    {cell(counts[at] ?? 0, code, column.code, [name, plain(column.named)])}
                  </td>
                ))}
                <td className="end">{cell(total, code, undefined, [name, all])}</td>
              </tr>
            );
          })}
          <tr className="font-semibold">
            <th scope="row">{all}</th>
            {columns.map((column, at) => (
              <td key={column.code} className="end">
                {cell(table.totals[at] ?? 0, undefined, column.code, [all, plain(column.named)])}
              </td>
            ))}
            <td className="end">{cell(table.total, undefined, undefined, [all, all])}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
