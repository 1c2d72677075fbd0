import { parsePeriod } from '@/lib/catalogue/periods/period';
import { periodsIn } from '@/lib/catalogue/periods/read-period';
import type { ColumnTarget } from '@/lib/reporting/mapping/column-targets';
import type { Table } from '@/lib/reporting/mapping/lines-between';
import { type PeriodText, periodText } from '@/lib/reporting/mapping/periods';

const anyYear = 2000;
/** A month or quarter that is written without its year, as its kind and place in the year; null for any other text. */
function bareOf(texts: readonly PeriodText[]): { kind: string; index: number } | null {
  if (texts.some(({ kind }) => kind === 'codes')) return null;
  const [text] = texts.flatMap((one) => (one.kind === 'bare' ? one.text : []));
  const [code, other] = text === undefined ? [] : periodsIn(`${anyYear}年${text}`);
  const period = code !== undefined && other === undefined ? parsePeriod(code) : null;
  return period ? { kind: period.kind, index: period.index } : null;
}

/** Whether places in the year run on: forwards, or backwards one by one. 12 and then 1 are of two years. */
function isInOrder(all: readonly number[]): boolean {
  const distinct = [...new Set(all)];
  const steps = distinct.slice(1).map((one, at) => one - (distinct[at] ?? one));
  return steps.every((step) => step > 0) || steps.every((step) => step === -1);
}

class Sequences {
  readonly #found = new Map<string, number[]>();

  add(group: string, { kind, index }: { kind: string; index: number }): void {
    const key = `${group} ${kind}`;
    const known = this.#found.get(key);
    if (known) known.push(index);
    else this.#found.set(key, [index]);
  }

  isBroken(group: string, { kind }: { kind: string }): boolean {
    return !isInOrder(this.#found.get(`${group} ${kind}`) ?? []);
  }
}

/** The columns of figures whose months or quarters have no year and do not run on: they may cross a year. */
export function columnsOutOfOrder(targets: readonly ColumnTarget[]): ReadonlySet<number> {
  const all = new Sequences();
  const bare = targets.flatMap(({ column, period }) => {
    const found = 'texts' in period ? bareOf(period.texts) : null;
    return found ? { column, found } : [];
  });
  for (const { found } of bare) all.add('', found);
  return new Set(bare.flatMap(({ column, found }) => (all.isBroken('', found) ? column : [])));
}

/** The same of rows: those of one unit and indicator run on. */
export function rowsOutOfOrder({ grid, mapping, keys }: Table): ReadonlySet<number> {
  const { period } = keys;
  if (period === null) return new Set();
  const all = new Sequences();
  const nameOf = (row: number) =>
    [keys.unit, keys.indicator].map((column) => (column === null ? '' : grid.plain(row, column))).join(' ');
  const bare = Array.from(
    { length: Math.max(0, grid.height - mapping.headTo) },
    (_, at) => mapping.headTo + at,
  ).flatMap((row) => {
    const text = grid.isBlank(row) ? null : periodText(grid.plain(row, period));
    const found = text ? bareOf([text]) : null;
    return found ? { row, found, name: nameOf(row) } : [];
  });
  for (const { found, name } of bare) all.add(name, found);
  return new Set(bare.flatMap(({ row, found, name }) => (all.isBroken(name, found) ? row : [])));
}
