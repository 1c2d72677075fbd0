import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of the report: subject, measured value, budget. */
export type Measured = {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | '×' | 'KB' | 'MB' | 's' | '';
  readonly budget?: number;
  readonly note?: string;
};

const digits = { ms: 1, '×': 2, KB: 0, MB: 0, s: 1, '': 3 } as const;

function writeValue(value: number, unit: Measured['unit']): string {
  return `${value.toFixed(digits[unit])} ${unit}`.trim();
}

/** The report as a table in Markdown. */
export function reportOf(rows: readonly Measured[]): string {
  const lines = rows.map(({ what, value, unit, budget, note }) => {
    const verdict = budget === undefined ? '' : value <= budget ? 'met' : '**missed**';
    const limit = budget === undefined ? '' : `≤ ${writeValue(budget, unit)}`;
    return `| ${[what, writeValue(value, unit), limit, verdict, note ?? ''].join(' | ')} |`;
  });
  return ['| measured | result | budget | | against |', '| --- | ---: | ---: | --- | --- |', ...lines].join('\n');
}

/** Prints the report, and writes it between its marks into the manual of the benchmarks. */
export function keepReport(mark: 'bench' | 'bench:data', rows: readonly Measured[]): void {
  keepTable(mark, reportOf(rows));
}

/** Prints a table in Markdown, and writes it between its marks into the manual of the benchmarks. */
export function keepTable(mark: 'bench' | 'bench:data' | 'bench:pages', table: string): void {
  process.stdout.write(`${table}\n`);
  const manual = join(import.meta.dirname, 'README.md');
  const [before = '', rest = ''] = readFileSync(manual, 'utf8').split(`<!-- ${mark} -->`);
  const after = rest.slice(rest.indexOf(`<!-- /${mark} -->`));
  writeFileSync(manual, `${before}<!-- ${mark} -->\n${table}\n${after}`);
}
