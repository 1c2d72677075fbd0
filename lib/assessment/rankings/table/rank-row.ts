import { nodeNamed } from '@/lib/assessment/rankings/result-run';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { UnitScore } from '@/lib/assessment/scoring/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';

/** A unit of a ranking. Totals and scores are doubles as computed; `shown` is the total as published. */
export type RankRow = Named &
  Omit<UnitScore, 'unit' | 'blocks' | 'items' | 'adjustments'> & {
    /** The position in the run: by rank, then in the official order. */
    readonly position: number;
    readonly previousRank: number | null;
    /** In the order of `mainParts`. */
    readonly scores: readonly (number | null)[];
    /** The distance to the next better total; null for the first and for an unranked unit. */
    readonly toBefore: number | null;
  };

export type RankTable = {
  /** The rows of the page. */
  readonly rows: readonly RankRow[];
  /** The reader's own units that are not on the page. */
  readonly pinned: readonly RankRow[];
  readonly apart: readonly RankRow[];
  /** The number of units on all pages. */
  readonly listed: number;
  readonly lines: Lines;
};

/** The lines that gaps are measured against: the best total of a ranked unit, and the least total of each grade. */
export type Lines = {
  readonly best: number | null;
  readonly lowest: Readonly<Record<string, number>>;
};

/**
 * The number of places that a unit gained (negative: lost); null without an earlier rank, and while its total is
 * provisional.
 */
export function changeOf(row: Pick<RankRow, 'rank' | 'previousRank' | 'isProvisional'>): number | null {
  if (row.rank === null || row.previousRank === null || row.isProvisional) return null;
  return row.previousRank - row.rank;
}

/** The distance to the first in points; null for a unit without a total, and for one that is held back from the ranks. */
export function toFirst(row: Pick<RankRow, 'total' | 'rank' | 'isApart'>, { best }: Lines): number | null {
  if (row.rank === null && !row.isApart) return null;
  return row.total === null || best === null ? null : best - row.total;
}

/** The grade of a unit in words, 待定 while figures of it or of its group are awaited; null for none. */
export function gradeWords({ grade, notes }: Pick<RankRow, 'grade' | 'notes'>, scheme: Scheme, locale: Locale) {
  if (grade !== null) return nameOf(nodeNamed(scheme, grade), locale);
  const waits = notes.some(({ kind }) => kind === 'gradeWaits' || kind === 'quotaWaits');
  return waits ? translator(locale, 'rankings')('gradeWaits') : null;
}

/**
 * The distance to the line of the next better grade, with that grade: of a cut-off its least total, of a quota the
 * least total that earned it. Null for the best grade, without grades, and where the total is above the line already
 * (then a rule, not the total, decided).
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
