import { benchmarkCode, leadIndicators, type UnitIndicator } from '@/lib/catalogue/units/words';
import { pageLength, pagesOf, pageWithin } from '@/lib/paging';

/** More places than this are not looked up for a page: members of the group times indicators. */
const mostPlaces = 10_000;

/** What a page of a portrait is made of. */
export type PortraitPage = {
  readonly page: number;
  readonly pages: number;
  /** The indicators that the page lists. */
  readonly listed: ReadonlySet<string>;
  /** Those whose figures it reads. */
  readonly read: readonly string[];
  /** Whether all indicators are placed among the peers, or only those that are read. */
  readonly placesAll: boolean;
};

/**
 * Which indicators a page of a portrait lists and reads. All of them are read where the group is small enough to place
 * them all; else the listed ones, with what opens a portrait and with the growth rates that stand beside their base.
 */
export function portraitPage(all: readonly UnitIndicator[], members: number, asked: number): PortraitPage {
  const page = pageWithin(asked, all.length);
  const listed = new Set(all.slice((page - 1) * pageLength, page * pageLength).map(({ code }) => code));
  const placesAll = all.length <= pageLength || members * all.length <= mostPlaces;
  const bases = new Set(all.flatMap(({ code, growthOf }) => (growthOf !== null && listed.has(code) ? [growthOf] : [])));
  const opening = new Set<string>([...leadIndicators, benchmarkCode]);
  const read = all.filter(
    ({ code, growthOf }) =>
      placesAll ||
      [listed, bases, opening].some((codes) => codes.has(code)) ||
      (growthOf !== null && (listed.has(growthOf) || opening.has(growthOf))),
  );
  return { page, pages: pagesOf(all.length), listed, read: read.map(({ code }) => code), placesAll };
}
