import type { Choice, ComparedIndicator, Facet, HeatCell } from '@/lib/dashboards/compare/words';
import type { FigureView } from '@/lib/observations/words';
import { compareDecimals } from '@/lib/statistics/numbers';
import { placesOf } from '@/lib/statistics/places';

export type HeatTable = {
  readonly facets: readonly Facet[];
  readonly units: readonly string[];
  /** The cell by unit and facet; undefined for a missing figure. */
  readonly cellOf: (unitCode: string, facetKey: string) => HeatCell | undefined;
};

/**
 * The figures of a comparison with their places among the compared units, per measure and period. The rows are sorted
 * by the chosen column, those without a figure last; without a sort they keep the official order.
 */
export function heatTable(
  choice: Choice,
  indicators: readonly ComparedIndicator[],
  figures: readonly FigureView[],
): HeatTable {
  const facets = choice.indicators.flatMap((code) => {
    const indicator = indicators.find((one) => one.code === code);
    return indicator
      ? choice.periods.map((periodCode) => ({ key: `${code}.${periodCode}`, indicator, periodCode }))
      : [];
  });
  const found = new Map(figures.map((one) => [`${one.orgUnitCode} ${one.indicatorCode}.${one.periodCode}`, one]));
  const cells = new Map<string, HeatCell>();
  for (const { key, indicator, periodCode } of facets) {
    const column = choice.units.map((unit) => found.get(`${unit} ${key}`) ?? null);
    const ranked = periodCode === 'undated' ? 'none' : indicator.direction;
    const places = placesOf(
      column.map((figure) => figure?.value ?? null),
      ranked,
    );
    const of = places.filter((place) => place !== null).length;
    choice.units.forEach((unit, at) => {
      const figure = column[at];
      const place = of > 1 ? (places[at] ?? null) : null;
      if (figure) cells.set(`${unit} ${key}`, { figure, place, of, shade: place && 1 - (place - 1) / (of - 1) });
    });
  }
  const cellOf = (unit: string, facet: string) => cells.get(`${unit} ${facet}`);
  const units = sortLines(
    choice.units,
    (unit) => (choice.transposed ? undefined : cellOf(unit, choice.sort)),
    choice.order,
  );
  const facetOrder = sortLines(
    facets,
    ({ key }) => (choice.transposed ? cellOf(choice.sort, key) : undefined),
    choice.order,
  );
  return { facets: facetOrder, units, cellOf };
}

function sortLines<Line>(
  lines: readonly Line[],
  cellOf: (line: Line) => HeatCell | undefined,
  order: 'asc' | 'desc',
): Line[] {
  const sign = order === 'asc' ? 1 : -1;
  return [...lines].sort((a, b) => {
    const [left, right] = [cellOf(a), cellOf(b)];
    if (!left || !right) return left ? -1 : right ? 1 : 0;
    return sign * compareDecimals(left.figure.value, right.figure.value);
  });
}
