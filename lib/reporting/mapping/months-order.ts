import { parsePeriod } from '@/lib/catalogue/periods/period';
import { periodsIn } from '@/lib/catalogue/periods/read-period';
import type { ColumnTarget } from '@/lib/reporting/mapping/column-targets';
import type { PeriodText } from '@/lib/reporting/mapping/periods';

const anyYear = 2000;
/** A month or quarter that is written without its year, as its kind and place in the year; null for any other text. */
export function bareOf(texts: readonly PeriodText[]): { kind: string; index: number } | null {
  if (texts.some(({ kind }) => kind === 'codes')) return null;
  const [text] = texts.flatMap((one) => (one.kind === 'bare' ? one.text : []));
  const [code, other] = text === undefined ? [] : periodsIn(`${anyYear}年${text}`);
  const period = code !== undefined && other === undefined ? parsePeriod(code) : null;
  return period ? { kind: period.kind, index: period.index } : null;
}

const monthsOf: Readonly<Record<string, number>> = { quarter: 3, half: 6, year: 12 };
/** The month in which a place in the year ends, by which those of any kind follow each other: 12月 and then 1—2月 do not. */
export const endOf = ({ kind, index }: { kind: string; index: number }): { kind: string; index: number } => ({
  kind: 'end',
  index: kind === 'year' ? 12 : index * (monthsOf[kind] ?? 1),
});

/** Whether places in the year run on: forwards, or backwards one by one. 12 and then 1 are of two years. */
function isInOrder(all: readonly number[]): boolean {
  const distinct = [...new Set(all)];
  const steps = distinct.slice(1).map((one, at) => one - (distinct[at] ?? one));
  return steps.every((step) => step > 0) || steps.every((step) => step === -1);
}

/** Places in the year by what they belong to, as they follow each other. */
export class Sequences {
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
