import { parsePeriod, periodCode, periodDays } from '@/lib/catalogue/periods/period';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import { type Head, headings } from '@/lib/reporting/import/sheet-heads';
import { type SheetColumn, sheetColumns } from '@/lib/reporting/import/words';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';
import type { Merge } from '@/lib/reporting/upload/words';

/** The period that a heading above the figures states: the month, the year to date, one by its code, or 1—10月. */
export type Span = 'month' | 'toDate' | { readonly code: string } | { readonly toMonth: number };
type UnitAbove = { readonly unit: string; readonly column: number };
/** The columns of one figure in a row: a sheet with 当月 and 累计 above its headings has two. */
export type Group = {
  readonly at: Readonly<Partial<Record<SheetColumn, number>>>;
  readonly span: Span | null;
  /** The heading that states the span, or nothing. */
  readonly label: string;
  /** The unit of measure in the heading above that of the figure, and the column of its cell. */
  readonly above: UnitAbove | null;
};
/** Columns of one kind between which nothing tells, and the headings above them. */
export type Repeated = {
  readonly column: SheetColumn;
  readonly places: readonly number[];
  readonly labels: readonly string[];
};

const month = /^(当月|本月|当期|单月|this month|month)(数|值|数值|完成)?$/;
const toDate = /^(本年|年初|自年初|1-本月|全年)?(累计|year to date|ytd|cumulative)(数|值|数值|完成)?$/;

/** A year to date without its year, up to a month: 1—10月, 1至10月累计. */
const toMonth = /^(?:本年|今年)?0?1月?[-~至到]0?(\d{1,2})月份?(?:累计)?(?:数|值|数值|完成)?$/;

function spanOf(label: string): Span | null {
  const plain = plainName(label);
  const last = Number(toMonth.exec(plain)?.[1] ?? 0);
  if (last >= 1 && last <= 12) return { toMonth: last };
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
  if ('toMonth' in span) return span.toMonth === last ? periodCode('yearToDate', period.year, last) : null;
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
    const { span = null, label = '', place = -1 } = values[0] ?? {};
    return [{ at, span, label: span ? label : '', above: unitAbove(heads, at, place) }];
  }
  return values.map(({ label, span, place }) => {
    const own = ofFigure.map((column) => [column, placesOf(column).find((place) => labelOf(place) === label)]);
    return { at: { ...at, ...Object.fromEntries(own) }, span, label, above: unitAbove(heads, at, place) };
  });
}

const labelAbove = (heads: Heads, place: number): string => heads.above[columnAbove(heads, place)]?.name ?? '';

/** The column of the heading one level above, which may be merged or written once for several columns; -1 for none. */
function columnAbove({ above, row, merges }: Heads, place: number): number {
  const own = merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= row - 1 && row - 1 <= endRow && startCol <= place && place <= endCol,
  );
  return own ? own.startCol : above.slice(0, place + 1).findLastIndex(({ name }) => name !== '');
}

/** The known unit in the heading above a figure: 完成情况（万元）. A title above the whole table is no such heading. */
function unitAbove(heads: Heads, at: Group['at'], place: number): UnitAbove | null {
  const column = columnAbove(heads, place);
  const unit = heads.above[column]?.unit ?? '';
  const isTitle = column <= (at.indicator ?? -1) && (at.indicator ?? -1) < place;
  return unit !== '' && isKnownUnit(unit) && !isTitle ? { unit, column } : null;
}
