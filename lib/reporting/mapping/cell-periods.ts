import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import { shortText } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { type ColumnTarget, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import { columnsOutOfOrder } from '@/lib/reporting/mapping/months-order';
import { type PeriodContext, type PeriodText, periodOf } from '@/lib/reporting/mapping/periods';
import type { Mapping } from '@/lib/reporting/mapping/words';

/** The periods of the cells of a table: what row, section and column name together, and the title where they name none. */
export class CellPeriods {
  readonly #context: PeriodContext;
  readonly #from: Mapping['period']['from'];
  readonly #outOfOrder: ReadonlySet<number>;
  /** A cache: where the row names no period it is that of the cell above. */
  readonly #known = new Map<ColumnTarget, string | StagedFinding>();
  #section: readonly PeriodText[] = [];
  /** The period that was found last for a row. A cache. */
  #last: { readonly row: readonly PeriodText[]; readonly code: string } | null = null;

  constructor(targets: readonly ColumnTarget[], mapping: Mapping, context: PeriodContext) {
    this.#context = context;
    this.#from = mapping.period.from;
    this.#outOfOrder = columnsOutOfOrder(targets);
  }

  /** What the lines above the rows say from here on. */
  setSection(texts: readonly PeriodText[]): void {
    if (texts === this.#section) return;
    this.#section = texts;
    this.#known.clear();
    this.#last = null;
  }

  of(target: ColumnTarget, row: readonly PeriodText[]): string | StagedFinding {
    if (row.length > 0) return this.#inRow(target, row);
    const known = this.#known.get(target) ?? this.#found(target, row);
    this.#known.set(target, known);
    return known;
  }

  /** The period of a cell whose row names one; of columns that name none it is that of the cell at the left. */
  #inRow(target: ColumnTarget, row: readonly PeriodText[]): string | StagedFinding {
    const isBare = 'texts' in target.period && target.period.texts.length === 0;
    if (isBare && this.#last?.row === row) return this.#last.code;
    const found = this.#found(target, row);
    this.#last = isBare && typeof found === 'string' ? { row, code: found } : null;
    return found;
  }

  /** Whether a period of the title's year lies behind that of the title. */
  #isAfterTitle(code: string): boolean {
    const [own, title] = [code, this.#context.base ?? ''].map(parsePeriod);
    const ends = [own, title].map((one) => (one ? periodDays(one)?.endsOn : undefined));
    return own?.year === title?.year && (ends[0] ?? '') > (ends[1] ?? '9');
  }

  #found({ column, period, written }: ColumnTarget, row: readonly PeriodText[]): string | StagedFinding {
    const above = [...row, ...this.#section];
    if ('code' in period && above.length === 0) return period.code;
    const own: readonly PeriodText[] = 'code' in period ? [{ kind: 'codes', codes: [period.code] }] : period.texts;
    const texts = [...above, ...own];
    const found = periodOf(texts, this.#context);
    const details = { text: shortText(written) };
    if (this.#outOfOrder.has(column)) return mappingFinding('monthsOrder', '', details);
    if (found.kind === 'one' && texts.some(({ kind }) => kind === 'bare') && this.#isAfterTitle(found.code))
      return mappingFinding('afterTitle', '', { ...details, period: found.code });
    // 2026年 below a title of 1-10月 may be the whole year or that part of it.
    const isYearAlone = this.#context.isPart && texts.length > 0 && texts.every(({ kind }) => kind === 'codes');
    if (found.kind === 'one' && isYearAlone && parsePeriod(found.code)?.kind === 'year' && !('code' in period))
      return mappingFinding('yearAlone', '', { ...details, period: found.code });
    switch (found.kind) {
      case 'one':
        return found.code;
      case 'either':
        return mappingFinding('periodEither', '', { ...details, periods: found.codes.join('、') });
      case 'differ':
        return mappingFinding('periodsDiffer', '', details);
      case 'noYear':
      case 'toDateInTitle':
        return mappingFinding(found.kind, '', details);
      case 'none': {
        const { base } = this.#context;
        const isGiven = this.#from === 'title' || this.#from === 'fixed' || this.#from === 'line';
        return isGiven && base !== null ? base : mappingFinding('noPeriod', '', details);
      }
    }
  }
}
