import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Note } from '@/lib/assessment/words';
import type { Named } from '@/lib/i18n/words';

/** A unit of a ranking. Totals and scores are doubles as computed; `shown` is the total as published. */
export type RankRow = Named & {
  /** The place in the run: by rank, then in the official order. */
  readonly position: number;
  readonly total: number | null;
  readonly shown: string | null;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  readonly grade: string | null;
  readonly previousRank: number | null;
  /** In the order of `mainParts`. */
  readonly scores: readonly (number | null)[];
  /** How far the next better total lies above; null for the first and for who has no rank. */
  readonly toBefore: number | null;
  readonly notes: readonly Note[];
};

export type RankTable = {
  /** The page asked for. */
  readonly rows: readonly RankRow[];
  /** The reader's own units that are not on the page. */
  readonly pinned: readonly RankRow[];
  readonly apart: readonly RankRow[];
  /** How many are listed on all pages. */
  readonly listed: number;
  readonly lines: Lines;
};

/** What gaps are measured against: the best total of a ranked unit, and the least total that got each grade. */
export type Lines = {
  readonly best: number | null;
  readonly lowest: Readonly<Record<string, number>>;
};

/** How many places a unit moved, positive is up; null without an earlier rank, and while its total may still move. */
export function changeOf(row: Pick<RankRow, 'rank' | 'previousRank' | 'isProvisional'>): number | null {
  if (row.rank === null || row.previousRank === null || row.isProvisional) return null;
  return row.previousRank - row.rank;
}

/** How far the first lies above; null for who has no total. */
export function toFirst(row: Pick<RankRow, 'total'>, { best }: Lines): number | null {
  return row.total === null || best === null ? null : best - row.total;
}

/**
 * How far the line of the next better grade lies above, and which grade that is: of a cut-off its least total, of a quota
 * the least total that got it. Null for the best grade, without grades, and where the total is over the line already (then
 * a rule, not the total, decided).
 */
export function toLine(
  { total, grade }: Pick<RankRow, 'total' | 'grade'>,
  { grades }: Pick<Scheme, 'grades'>,
  { lowest }: Lines,
): { readonly grade: string; readonly gap: number } | null {
  if (total === null || grade === null || grades.by === 'none') return null;
  const at = grades.grades.findIndex(({ key }) => key === grade);
  const better = grades.grades.slice(0, Math.max(at, 0)).reverse();
  for (const one of better) {
    const line = 'atLeast' in one ? one.atLeast : (lowest[one.key] ?? null);
    if (line === null) continue;
    return line > total ? { grade: one.key, gap: line - total } : null;
  }
  return null;
}
