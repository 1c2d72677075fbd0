import '@/app/ui/grid/mapped-sheet.css';
import { Section } from '@/app/ui/shell/section';
import { Pager } from '@/app/ui/tables/pager';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { columnLetter } from '@/lib/reporting/mapping/explain-mapping';
import type { sheetWindow, WindowCell } from '@/lib/reporting/mapping/sheet-window';
import { rowsInWindow } from '@/lib/reporting/mapping/sheet-window';
import type { Mapping } from '@/lib/reporting/mapping/words';

type Props = {
  shown: ReturnType<typeof sheetWindow>;
  mapping: Mapping;
  id: string;
  page: number;
  pages: number;
  locale: Locale;
};

/** The sheet with the letters of its columns and the numbers of its rows, a page of rows at a time. */
export function SheetGrid({ shown, mapping, id, page, pages, locale }: Props) {
  const t = translator(locale, 'mapping');
  const from = (page - 1) * rowsInWindow + 1;
  const to = Math.min(shown.height, from + rowsInWindow - 1);
  const caption = t('sheet.gridCaption', { from, to });
  const kindOf = (at: number) => mapping.columns[at]?.use ?? 'ignore';
  return (
    <Section id="grid" title={t('sheet.grid')} note={t('sheet.gridRows', { from, to, rows: shown.height })}>
      <p className="mb-2 text-table text-ink-2">{t('sheet.legend')}</p>
      {/* A scrolling region must be reachable by keyboard. */}
      <div role="region" aria-label={caption} tabIndex={0} className="mapped-region">
        <table className="mapped-sheet">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <td />
              {Array.from({ length: shown.columns }, (_, at) => (
                <th key={columnLetter(at)} scope="col" id={`column-${columnLetter(at)}`}>
                  {columnLetter(at)}
                  {kindOf(at) !== 'ignore' && <small>{t(`uses.${kindOf(at)}`)}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody lang="zh-CN">
            {shown.rows.map(({ row, isHead, leftOut, cells }) => (
              <tr
                key={row}
                id={`row-${row}`}
                {...(isHead && { 'data-head': '' })}
                {...(leftOut && { 'data-left': '', title: t(`leftOut.${leftOut}`) })}
              >
                <th scope="row">{row}</th>
                {cells.map((cell) => (
                  <td key={cell.at} {...looksOf(cell)}>
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={page}
        pages={pages}
        hrefOf={(rows) => withQuery(paths.mappedSheet(id), { rows }, 'grid')}
        locale={locale}
      />
    </Section>
  );
}

/** Leaves out what is not said: a page has thousands of cells. */
function looksOf({ fate, colSpan, rowSpan }: WindowCell) {
  return {
    ...(fate && { 'data-fate': fate }),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
  };
}
