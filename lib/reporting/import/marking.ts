import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { SheetCell } from '@/lib/publishing/words';
import { firstHeadRow } from '@/lib/reporting/import/sheet-columns';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { columnNumber, rowOf } from '@/lib/reporting/upload/cell-text';
import type { Marking, SheetParts } from '@/lib/reporting/upload/words';

type FoundRow = {
  readonly address: string;
  readonly indicatorCode: string | null;
  readonly periodCode: string | null;
  readonly findings: readonly StagedFinding[];
};

/** The marking of a file: a column of words, and the cells to be coloured. */
export function markingOf(sheet: SheetParts, rows: readonly FoundRow[], locale: Locale): Marking {
  const r = translator(locale, 'reporting');
  return {
    headRow: firstHeadRow(sheet),
    heading: translator(locale, 'imports')('template.findings'),
    rows: [...new Set(rows.map(({ address }) => rowOf(address)))].map((at) => {
      const own = rows.filter(({ address }) => rowOf(address) === at);
      const found = own.flatMap((row) =>
        row.findings.map((one) => ({ ...one, words: writtenStaged(one, row, locale) })),
      );
      return {
        row: at - 1,
        text: found.map((one) => `${one.address} ${r(`severities.${one.severity}`)}：${one.words}`).join('\n'),
        cells: found.flatMap(({ address, severity }) => {
          const [, letters] = /^([A-Z]+)\d+$/.exec(address) ?? [];
          return letters ? [{ column: columnNumber(letters) - 1, isFault: severity === 'mandatory' }] : [];
        }),
      };
    }),
  };
}

/** The rows of a list with a last column of words, which replaces that of an earlier marking. */
export function markedRows({ rows }: SheetParts, marking: Marking): SheetCell[][] {
  const head = rows[marking.headRow] ?? [];
  const own = head.indexOf(marking.heading);
  const column = own >= 0 ? own : head.length;
  const words = new Map(marking.rows.map(({ row, text }) => [row, text]));
  return rows.map((cells, at) => {
    const text = at === marking.headRow ? marking.heading : (words.get(at) ?? '');
    const width = Math.max(cells.length, column + 1);
    return Array.from({ length: width }, (_, place) => ({ text: place === column ? text : (cells[place] ?? '') }));
  });
}
