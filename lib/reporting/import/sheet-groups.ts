import type { Stated } from '@/lib/reporting/import/sheet-heads';
import { type ColumnHead, placesOf } from '@/lib/reporting/import/sheet-levels';
import { isSameSpan, type Span } from '@/lib/reporting/import/sheet-spans';
import { type SheetColumn, sheetColumns } from '@/lib/reporting/import/words';

/** The columns of one figure in a row: a sheet with columns of 当月 and 累计 has two. */
export type Group = {
  readonly at: Readonly<Partial<Record<SheetColumn, number>>>;
  readonly span: Span | null;
  /** The units of measure in the headings of the figure and its 同比. */
  readonly heads: { readonly value: Stated | null; readonly yoy: Stated | null };
};
/** Columns of one kind between which nothing tells, and what their headings say. */
export type Repeated = {
  readonly column: SheetColumn;
  readonly places: readonly number[];
  readonly labels: readonly string[];
  /** The columns of figures to any of which a single one may belong. */
  readonly figures?: readonly number[];
};

/** The columns of a figure; two of one kind belong to different figures of the row. */
export const ofFigure: readonly SheetColumn[] = ['value', 'qualifier', 'yoy'];
/** Other columns of which the first of two would win silently; a code and a name may stand beside each other. */
const single: readonly SheetColumn[] = [...ofFigure, 'measure', 'source', 'note', 'explanation'];

/**
 * The figures of a row by the periods in their headings, or the columns that are there twice without a heading that
 * tells them apart. Of several figures a 同比 without a period belongs to the figure before it, where each has one.
 */
export function groupsIn(at: Group['at'], heads: readonly ColumnHead[]): readonly Group[] | Repeated {
  const values = placesOf(heads, 'value');
  const spanAt = (place: number) => heads[place]?.span ?? null;
  const isTold =
    values.length > 1 &&
    values.every((place, at) => spanAt(place) && values.findIndex((one) => isSpanOf(heads, one, place)) === at);
  const owned = new Map<SheetColumn, readonly (number | undefined)[]>();
  for (const column of sheetColumns) {
    const places = placesOf(heads, column);
    const own = isTold && ofFigure.includes(column) ? ownOf(heads, values, places) : null;
    if (own) owned.set(column, own);
    else if (isTold && ofFigure.includes(column) && column !== 'value' && places.length === 1)
      return { column, places, labels: [], figures: values };
    else if (isTwice(heads, column, places, isTold)) {
      return { column, places, labels: places.map((place) => labelOf(heads[place])) };
    }
  }
  if (!isTold) return [groupAt(heads, growthOfFigure(heads, at))];
  return values.map((_, index) =>
    groupAt(heads, { ...at, ...Object.fromEntries([...owned].map(([column, places]) => [column, places[index]])) }),
  );
}

const isSpanOf = (heads: readonly ColumnHead[], one: number, other: number) =>
  isSameSpan(heads[one]?.span ?? null, heads[other]?.span ?? null);

/** What the headings above the last one say: 计划 of 计划 本期数. */
const labelOf = (head: ColumnHead | undefined) => head?.written.split(' ').slice(0, -1).join(' ') ?? '';

function isTwice(heads: readonly ColumnHead[], column: SheetColumn, places: readonly number[], isTold: boolean) {
  if (isTold && ofFigure.includes(column)) return true;
  if (single.includes(column)) return places.length > 1;
  return places.some((place) => places.some((other) => other > place && heads[place]?.name === heads[other]?.name));
}

/** The column of a kind for each figure: by its period, or by its place behind the figure. Null where that is not told. */
function ownOf(heads: readonly ColumnHead[], values: readonly number[], places: readonly number[]) {
  if (places.length === 0) return [];
  const isBare = places.every((place) => !heads[place]?.span);
  if (isBare && places.length !== values.length) return null;
  const own = values.map((value, index) => {
    const next = values[index + 1] ?? Number.POSITIVE_INFINITY;
    return places.filter((place) => (isBare ? place > value && place < next : isSpanOf(heads, place, value)));
  });
  const isWhole = own.every((found) => found.length <= 1) && own.flat().length === places.length;
  return isWhole ? own.map(([place]) => place) : null;
}

/** Without a 同比 of another period than that of the figure. */
function growthOfFigure(heads: readonly ColumnHead[], at: Group['at']): Group['at'] {
  const { value = -1, yoy, ...others } = at;
  const isOther = yoy !== undefined && heads[yoy]?.span && !isSpanOf(heads, yoy, value);
  return { ...others, value, ...(yoy !== undefined && !isOther && { yoy }) };
}

function groupAt(heads: readonly ColumnHead[], at: Group['at']): Group {
  const stated = (place: number | undefined) => heads[place ?? -1]?.stated ?? null;
  const value = stated(at.value);
  return { at, span: heads[at.value ?? -1]?.span ?? null, heads: { value, yoy: stated(at.yoy) } };
}
