import { marked } from '@/app/ui/primitives/marked';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CitedLine } from '@/lib/observations/cited/queue/queries';
import { paths, withQuery } from '@/lib/paths';
import { cellOf, pageOfCell } from '@/lib/reporting/mapping/sheet-window';
import type { BatchSheet } from '@/lib/reporting/mapping/sheets/queries';

/**
 * Where a figure stands: its place in the document, and where it was read of an uploaded sheet, the file and the cell, which
 * leads to its rows for those of the sheet's desk.
 */
export function CitedPlace(props: { line: CitedLine; sheet: BatchSheet | undefined; locale: Locale }) {
  const { line, sheet, locale } = props;
  const cell = sheet ? cellOf(line.locator) : null;
  const t = translator(locale, 'cited');
  if (!sheet) return line.locator === '' ? null : marked(line.locator, locale);
  return (
    <>
      <a
        href={paths.sheetFile(sheet.id)}
        download
        className="inline-flex min-h-6 items-center break-all text-sea underline"
      >
        {marked(t('place.file', { file: sheet.fileName }), locale)}
      </a>{' '}
      {cell !== null && sheet.isOwn ? (
        <a
          href={withQuery(paths.mappedSheet(sheet.id), { rows: pageOfCell(cell) }, `row-${cell.replace(/^\D+/, '')}`)}
          className="inline-flex min-h-6 items-center text-sea underline"
        >
          {marked(t('place.cell', { cell: line.locator }), locale)}
        </a>
      ) : (
        marked(line.locator, locale)
      )}
    </>
  );
}
