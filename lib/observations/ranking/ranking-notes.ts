import { redefinedOn } from '@/lib/catalogue/comparing/redefined';
import { parsePeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import type { PeerUnit, RankedUnit, Ranking } from '@/lib/observations/ranking/words';
import type { Qualifier } from '@/lib/observations/words';

type InexactQualifier = Exclude<Qualifier, 'exact'>;

/** A note about a ranking; the page writes it in words. */
export type RankingNote =
  | { readonly kind: 'none' | 'single' | 'unranked' | 'growth' | 'noShare' | 'notCompared' }
  | { readonly kind: 'inexact'; readonly qualifier: InexactQualifier; readonly units: readonly PeerUnit[] }
  | { readonly kind: 'tie'; readonly place: number; readonly rounded: boolean; readonly units: readonly PeerUnit[] }
  | { readonly kind: 'redefined'; readonly day: string }
  | { readonly kind: 'compared'; readonly count: number }
  | { readonly kind: 'share' }
  | { readonly kind: 'missing' | 'withdrawnSource'; readonly units: readonly PeerUnit[] };

const inexact: readonly InexactQualifier[] = ['at_least', 'at_most', 'about', 'expected'];

/**
 * The notes under a ranking: why nothing is ranked, which figures are bounds or estimates, or cite a withdrawn document,
 * which places are shared (a tie of printed amounts may come from rounding), a change of scope within the year, the basis
 * of changes and shares, and the units that did not report.
 */
export function rankingNotes(ranking: Ranking, additive: boolean): RankingNote[] {
  const { rows, isRanked, reported, indicator } = ranking;
  const known = rows.filter(({ figure }) => figure !== null);
  const unitsOf = (some: readonly RankedUnit[]) => some.map(({ unit }) => unit);
  const notes: RankingNote[] = [];
  if (reported === 0) notes.push({ kind: 'none' });
  else if (!isRanked) notes.push({ kind: reported === 1 ? 'single' : 'unranked' });
  for (const qualifier of inexact) {
    const some = known.filter(({ figure }) => figure?.qualifier === qualifier);
    if (some.length > 0) notes.push({ kind: 'inexact', qualifier, units: unitsOf(some) });
  }
  const unsupported = known.filter(({ figure }) => figure?.citation.sourceWithdrawn != null);
  if (unsupported.length > 0) notes.push({ kind: 'withdrawnSource', units: unitsOf(unsupported) });
  for (const [place, some] of sharedPlaces(known)) {
    notes.push({ kind: 'tie', place, rounded: indicator.measure !== 'rank', units: unitsOf(some) });
  }
  const period = parsePeriod(ranking.periodCode);
  const before = period && yearEarlier(period);
  const day = before ? redefinedOn(indicator.redefined, before, ranking.periodCode) : undefined;
  if (day && reported > 0) notes.push({ kind: 'redefined', day });
  const withBase = ranking.hasCourses
    ? known.some(({ course }) => course.filter((point) => point !== null).length > 1)
    : ranking.periods.length > 1;
  if (isRanked && ranking.compared !== null && ranking.compared < reported) {
    notes.push({ kind: 'compared', count: ranking.compared });
  } else if (isRanked && ranking.compared === null && withBase) notes.push({ kind: 'notCompared' });
  if (known.some(({ computed, reported: stated }) => computed && stated)) notes.push({ kind: 'growth' });
  if (ranking.whole) notes.push({ kind: 'share' });
  else if (additive && reported >= 2) notes.push({ kind: 'noShare' });
  const missing = rows.filter(({ figure }) => figure === null);
  if (missing.length > 0 && reported > 0) notes.push({ kind: 'missing', units: unitsOf(missing) });
  return notes;
}

/** The units of each shared place. */
function sharedPlaces(rows: readonly RankedUnit[]): Map<number, RankedUnit[]> {
  const sharing = new Map<number, RankedUnit[]>();
  for (const row of rows) {
    if (!row.tied || row.place === null) continue;
    const others = sharing.get(row.place);
    if (others) others.push(row);
    else sharing.set(row.place, [row]);
  }
  return sharing;
}
