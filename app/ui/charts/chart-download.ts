import { copyText } from '@/app/ui/primitives/copy-text';
import { csvOf, tsvOf } from '@/lib/dashboards/series/table-text';
import type { ChartTable } from '@/lib/dashboards/series/words';

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
  const { pictureOf } = await import('./chart-picture');
  save(await pictureOf(figure), `${fileName}.png`);
}

/** Copies the table for a spreadsheet. */
export async function copyTable(figure: HTMLElement) {
  return copyText(tsvOf(tableIn(figure)));
}
