import { fillCitation } from '@/app/ui/figures/fill-citation';
import { copyText } from '@/app/ui/primitives/copy-text';
import { csvOf, tsvOf } from '@/lib/dashboards/series/table-text';
import type { ChartTable } from '@/lib/dashboards/series/words';
import { pictureOf } from './chart-picture';
import { sheetOf } from './chart-sheet';

export { copyText } from '@/app/ui/primitives/copy-text';
export { copyPicture, hasPictureClipboard } from './chart-picture';

/** Reads the table twin from the page. */
export function tableIn(figure: HTMLElement): ChartTable {
  const textOf = (cell: Element) => (cell.textContent ?? '').trim();
  const rows = [...figure.querySelectorAll('table tbody tr')];
  return {
    columns: [...figure.querySelectorAll('table thead th')].map((cell) => ({ label: textOf(cell) })),
    rows: rows.map((row) => [...row.children].map(textOf)),
  };
}

function save(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveCsv(figure: HTMLElement, fileName: string) {
  save(new Blob([csvOf(tableIn(figure))], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`);
}

export async function savePng(figure: HTMLElement, fileName: string) {
  save(await pictureOf(figure), `${fileName}.png`);
}

/** Saves the same drawing as the PNG, to be edited or enlarged. */
export function saveSvg(figure: HTMLElement, fileName: string) {
  save(new Blob([sheetOf(figure).svg], { type: 'image/svg+xml;charset=utf-8' }), `${fileName}.svg`);
}

/** The citation of the chart: the documents that its source line names, or what that line says. */
export function citationIn(figure: HTMLElement, text: string): string {
  const line = figure.querySelector('[data-part=source]');
  const documents = line?.querySelector<HTMLElement>('[data-sources]')?.dataset.sources;
  return fillCitation(text, figure.id).replace('{source}', () => documents ?? line?.textContent?.trim() ?? '');
}

/** Copies the table for a spreadsheet. */
export async function copyTable(figure: HTMLElement) {
  return copyText(tsvOf(tableIn(figure)));
}
