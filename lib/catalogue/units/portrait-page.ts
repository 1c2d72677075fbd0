import { benchmarkCode, leadIndicators, type UnitIndicator } from '@/lib/catalogue/units/words';
import { pageLength, pagesOf, pageWithin } from '@/lib/paging';

/** The most places that a page looks up: members of the group times indicators. */
const mostPlaces = 10_000;

/** The indicators on a page of a portrait that does not fit on one; each brings its course and its place. */
const longLength = 25;

/** The selection of a page of a portrait. */
export type PortraitPage = {
  readonly page: number;
  readonly pages: number;
  /** The indicators that the page lists. */
  readonly listed: ReadonlySet<string>;
  /** The indicators whose figures the page reads. */
  readonly read: readonly string[];
  /** Whether all indicators are placed among the peers, or only those that are read. */
  readonly placesAll: boolean;
};

/**
 * Selects the indicators that a page of a portrait lists and reads. All are read where the group is small enough to
 * place them all; else the listed ones, the lead indicators and the growth rates of both.
 */
export function portraitPage(all: readonly UnitIndicator[], members: number, asked: number): PortraitPage {
  const length = all.length <= pageLength ? pageLength : longLength;
  const page = pageWithin(asked, all.length, length);
  const listed = new Set(all.slice((page - 1) * length, page * length).map(({ code }) => code));
  const placesAll = all.length <= pageLength || members * all.length <= mostPlaces;
  const bases = new Set(all.flatMap(({ code, growthOf }) => (growthOf !== null && listed.has(code) ? [growthOf] : [])));
  const opening = new Set<string>([...leadIndicators, benchmarkCode]);
  const read = all.filter(
    ({ code, growthOf }) =>
      placesAll ||
      [listed, bases, opening].some((codes) => codes.has(code)) ||
      (growthOf !== null && (listed.has(growthOf) || opening.has(growthOf))),
  );
  return { page, pages: pagesOf(all.length, length), listed, read: read.map(({ code }) => code), placesAll };
}
