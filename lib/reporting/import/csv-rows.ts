import Papa from 'papaparse';

/** A fault in a file: its place, and a message key with its values. Rows count from the header, 1. */
export type Finding = {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly key: FindingKey;
  readonly value: string;
};
export type FindingKey =
  | 'columnMissing'
  | 'notReadable'
  | 'required'
  | 'notANumber'
  | 'unknownIndicator'
  | 'unknownUnit'
  | 'severalNames'
  | 'unknownSource'
  | 'unknownPeerGroup'
  | 'notAPeriod'
  | 'unknownWord'
  | 'notCited'
  | 'twice';

export type CsvRow<Column extends string> = { readonly row: number } & Readonly<Record<Column, string>>;

/**
 * Reads a comma-separated text with a header into rows of trimmed strings. Columns may be in any order; a missing one
 * is a finding and then nothing is read.
 */
export function csvRows<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): { rows: CsvRow<Column>[]; findings: Finding[] } {
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transform: (value) => value.trim(),
  });
  const present = new Set(parsed.meta.fields ?? []);
  const missing = columns.filter((column) => !present.has(column));
  if (missing.length > 0) {
    return { rows: [], findings: missing.map((column) => ({ file, row: 1, column, key: 'columnMissing', value: '' })) };
  }
  const findings = parsed.errors.map(
    (problem): Finding => ({
      file,
      row: (problem.row ?? 0) + 2,
      column: '',
      key: 'notReadable',
      value: problem.message,
    }),
  );
  const rows = parsed.data.map((cells, at) => {
    const named = Object.fromEntries(columns.map((column) => [column, cells[column] ?? '']));
    return { ...named, row: at + 2 } as CsvRow<Column>;
  });
  return { rows, findings };
}
