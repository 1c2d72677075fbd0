import { parsePeriod, periodCode, periodDays } from '@/lib/catalogue/periods/period';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import { type Head, headings } from '@/lib/reporting/import/sheet-heads';
import { type SheetColumn, sheetColumns } from '@/lib/reporting/import/words';
import type { Merge } from '@/lib/reporting/upload/words';

/** The period that a heading above the figures states: the month, the year to date, or one by its code. */
export type Span = 'month' | 'toDate' | { readonly code: string };
/** The columns of one figure in a row: a sheet with 当月 and 累计 above its headings has two. */
export type Group = {
  readonly at: Readonly<Partial<Record<SheetColumn, number>>>;
  readonly span: Span | null;
  /** The heading that states the span, or nothing. */
  readonly label: string;
};
/** Columns of one kind between which nothing tells, and the headings above them. */
export type Repeated = {
  readonly column: SheetColumn;
  readonly places: readonly number[];
  readonly labels: readonly string[];
};

const month = /^(当月|本月|当期|单月|this month|month)(数|值|数值|完成)?$/;
const toDate = /^(本年|年初|自年初|1-本月|全年)?(累计|year to date|ytd|cumulative)(数|值|数值|完成)?$/;

function spanOf(label: string): Span | null {
  const plain = plainName(label);
  if (month.test(plain)) return 'month';
  if (toDate.test(plain)) return 'toDate';
  const code = readPeriod(label);
  return code ? { code } : null;
}

/** The code of a row's period within a span: of 2026年10月 the year to date is 1—10月. Null where both contradict. */
export function periodInSpan(code: string, span: Span): string | null {
  const period = parsePeriod(code);
  const end = period && periodDays(period)?.endsOn;
  if (!period || !end) return null;
  const last = Number(end.slice(5, 7));
  if (span === 'toDate') return periodCode('yearToDate', period.year, last);
  if (span === 'month') {
    return period.kind === 'month' || period.kind === 'yearToDate' ? periodCode('month', period.year, last) : null;
  }
  const stated = parsePeriod(span.code);
  return stated && periodDays(stated)?.endsOn === end ? span.code : null;
}

/** The columns of a figure; two of one kind belong to different figures of the row. */
export const ofFigure: readonly SheetColumn[] = ['value', 'qualifier', 'yoy'];
/** Other columns of which the first of two would win silently; a code and a name may stand beside each other. */
const single: readonly SheetColumn[] = [...ofFigure, 'measure', 'source', 'note', 'explanation'];

type Heads = {
  readonly head: readonly Head[];
  readonly above: readonly Head[];
  readonly row: number;
  readonly merges: readonly Merge[];
};

/**
 * The figures of a row by the headings above their columns, or the columns that are there twice without a heading that
 * tells them apart.
 */
export function groupsIn(at: Group['at'], heads: Heads): readonly Group[] | Repeated {
  const { head } = heads;
  const placesOf = (column: SheetColumn) =>
    head.flatMap(({ name }, place) => (headings[column].includes(name) ? place : []));
  const labelOf = (place: number) => labelAbove(heads, place);
  const values = placesOf('value').map((place) => ({ place, label: labelOf(place), span: spanOf(labelOf(place)) }));
  const isTold =
    values.every(({ span }) => span !== null) && new Set(values.map(({ label }) => label)).size === values.length;
  for (const column of sheetColumns) {
    const places = placesOf(column);
    const labels = places.map(labelOf);
    const isOfGroups = isTold && values.length > 1 && ofFigure.includes(column);
    const isTwice = isOfGroups
      ? new Set(labels).size < labels.length || labels.some((label) => values.every((one) => one.label !== label))
      : single.includes(column)
        ? places.length > 1
        : places.some((place) => places.some((other) => other > place && head[place]?.name === head[other]?.name));
    if (isTwice) return { column, places, labels };
  }
  if (values.length <= 1) {
    const span = values[0]?.span ?? null;
    return [{ at, span, label: span ? (values[0]?.label ?? '') : '' }];
  }
  return values.map(({ label, span }) => {
    const own = ofFigure.map((column) => [column, placesOf(column).find((place) => labelOf(place) === label)]);
    return { at: { ...at, ...Object.fromEntries(own) }, span, label };
  });
}

/** The heading one level above a column, which may be merged or written once for several columns. */
function labelAbove({ above, row, merges }: Heads, place: number): string {
  const own = merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= row - 1 && row - 1 <= endRow && startCol <= place && place <= endCol,
  );
  if (own) return above[own.startCol]?.name ?? '';
  return above.slice(0, place + 1).findLast(({ name }) => name !== '')?.name ?? '';
}
