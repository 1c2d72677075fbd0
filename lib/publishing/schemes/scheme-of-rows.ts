import { itemDirections } from '@/lib/assessment/words';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { locales } from '@/lib/i18n/words';
import { type SchemeColumn, schemeColumns } from '@/lib/publishing/schemes/words';

type Row = Readonly<Record<SchemeColumn, string>>;
type Part = Record<string, unknown>;

const rowKinds = ['setting', 'block', 'item', 'veto'] as const;

/**
 * The document in the rows of a sheet that `schemeSheet` wrote, in either language, with any changes; `readScheme` then
 * checks that it is a scheme. Refuses a sheet without the column headings, and a row that belongs to no part.
 */
export function schemeOfRows(rows: readonly (readonly string[])[]): unknown {
  const head = headOf(rows);
  if (!head) throw new Refusal('invalid', 'schemes.refused.notOurs', { field: 'file' });
  const document: Part = { vetoes: [] };
  const vetoes: Part[] = [];
  const blocks = new Map<string, Part[]>();
  rows.slice(head.at + 1).forEach((cells, nth) => {
    const row = rowOf(cells, head.columns);
    const kind = rowKinds.find((one) => kindWords[one].includes(row.kind));
    if (!kind) return;
    const badRow = () => new Refusal('invalid', 'schemes.refused.badRow', { field: 'file', row: head.at + nth + 2 });
    const details = jsonOf(row.details, badRow);
    if (kind === 'setting') {
      if (row.key === 'root' || row.key === 'vetoes' || row.key === '__proto__') throw badRow();
      document[row.key] = details;
      return;
    }
    if (typeof details !== 'object' || details === null || Array.isArray(details)) throw badRow();
    const { key, nameZh, nameEn, article } = row;
    if (kind === 'veto') {
      vetoes.push({ ...details, key, nameZh, nameEn, article });
      return;
    }
    const node: Part = { ...details, kind, key, nameZh, nameEn, weight: numberOf(row.weight), article };
    if (kind === 'block') {
      node.parts = [];
      blocks.set(key, node.parts as Part[]);
    } else {
      node.indicator = row.indicator === '' ? null : row.indicator;
      node.direction = directionOf(row.direction);
    }
    if (row.block === '' && kind === 'block' && !document.root) {
      document.root = node;
      return;
    }
    const parts = blocks.get(row.block);
    if (!parts) throw badRow();
    parts.push(node);
  });
  return { ...document, vetoes };
}

const inBoth = (word: (locale: (typeof locales)[number]) => string): readonly string[] => locales.map(word);

const kindWords = Object.fromEntries(
  rowKinds.map((kind) => [kind, [kind, ...inBoth((locale) => translator(locale, 'schemes')(`file.rows.${kind}`))]]),
) as unknown as Readonly<Record<(typeof rowKinds)[number], readonly string[]>>;

/** The positions of the columns: the first row with their headings, in either language. */
function headOf(rows: readonly (readonly string[])[]) {
  const heads = locales.map((locale) =>
    schemeColumns.map((column) => translator(locale, 'schemes')(`file.columns.${column}`)),
  );
  for (const [at, row] of rows.entries()) {
    const cells = row.map((cell) => cell.trim());
    const words = heads.find((labels) =>
      ['kind', 'key', 'details'].every((column) => cells.includes(label(labels, column))),
    );
    if (!words) continue;
    return { at, columns: schemeColumns.map((column) => cells.indexOf(label(words, column))) };
  }
  return null;
}

const label = (labels: readonly string[], column: string) =>
  labels[schemeColumns.indexOf(column as SchemeColumn)] ?? column;

function rowOf(cells: readonly string[], columns: readonly number[]): Row {
  return Object.fromEntries(
    schemeColumns.map((column, nth) => [column, (cells[columns[nth] ?? -1] ?? '').trim()]),
  ) as unknown as Row;
}

function jsonOf(written: string, badRow: () => Refusal): unknown {
  try {
    return JSON.parse(written === '' ? '{}' : written);
  } catch {
    throw badRow();
  }
}

/** The number in a cell; any other text stays text, so that the fault names its field. */
function numberOf(cell: string): unknown {
  const plain = cell.replace(/,/g, '');
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : cell;
}

function directionOf(cell: string): unknown {
  if (cell === '') return null;
  const known = itemDirections.find(
    (one) => one === cell || inBoth((locale) => translator(locale, 'methods')(`directions.${one}`)).includes(cell),
  );
  return known ?? cell;
}
