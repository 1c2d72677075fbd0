import { paths, withQuery } from '@/lib/paths';
import { figureKey, keyOf } from '@/lib/reporting/figure-key';
import type { Outcome } from '@/lib/reporting/review/words';
import type { FigureKey } from '@/lib/reporting/words';

/** A return under review, and the department whose figures are shown; empty for all. */
export type Place = { readonly collectionId: string; readonly unitCode: string; readonly department: string };

/** The address of a return under review: with the chosen figure, and the last action. */
export function returnPath(
  { collectionId, unitCode, department }: Place,
  more: { figure?: string; done?: Outcome; count?: number; about?: string } = {},
): string {
  const { figure, done, count, about } = more;
  const asked = { department, figure, ...(done && { done, count: count ?? 1 }), about };
  return withQuery(paths.reviewedReturn(collectionId, unitCode), asked);
}

/** A figure with its version as one string for a form: `GDP 2026-M10 3`. */
export function lookedAtWord(figure: FigureKey & { readonly version: number }): string {
  return `${keyOf(figure)} ${figure.version}`;
}

/** The figure in a string that `lookedAtWord` wrote; null for any other string. */
export function lookedAt(word: string): (FigureKey & { version: number }) | null {
  const [, key = '', version = ''] = /^(.+) (\d{1,9})$/.exec(word) ?? [];
  const figure = figureKey(key);
  return figure && { ...figure, version: Number(version) };
}
