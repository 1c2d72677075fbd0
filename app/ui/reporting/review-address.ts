import type { Named } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { figureKey, keyOf } from '@/lib/reporting/figure-key';
import type { Outcome } from '@/lib/reporting/review/words';
import type { FigureKey } from '@/lib/reporting/words';

/**
 * A return under review, and the department whose figures are shown; empty for all. `across` is the figure of the page
 * that shows it in the returns of all units, for who decides from there.
 */
export type Place = {
  readonly collectionId: string;
  readonly unitCode: string;
  readonly department: string;
  readonly across?: FigureKey;
};

/**
 * Whether the figure in an address waited for the reader when the address was made: one that Back leads to, decided
 * meanwhile, gives way to the next one.
 */
type Waiting = { readonly isWaiting?: boolean };

/** The address of one indicator and period in the returns of all units: with the chosen unit, and the last action. */
export function indicatorPath(
  collectionId: string,
  { indicatorCode, periodCode }: FigureKey,
  more: { unit?: string; done?: Outcome; count?: number; about?: string } & Waiting = {},
): string {
  const { unit, done, count, about, isWaiting } = more;
  const asked = { unit, ...(unit && isWaiting && { waiting: 1 }), ...(done && { done, count: count ?? 1 }), about };
  return withQuery(paths.reviewedIndicator(collectionId, indicatorCode, periodCode), asked);
}

/** The address of a return under review: with the chosen figure, and the last action. */
export function returnPath(
  { collectionId, unitCode, department }: Place,
  more: { figure?: string; done?: Outcome; count?: number; about?: string } & Waiting = {},
): string {
  const { figure, done, count, about, isWaiting } = more;
  const asked = {
    department,
    figure,
    ...(figure && isWaiting && { waiting: 1 }),
    ...(done && { done, count: count ?? 1 }),
    about,
  };
  return withQuery(paths.reviewedReturn(collectionId, unitCode), asked);
}

/** A figure with its version as one string for a form: `GDP 2026-M10 3`. */
export function lookedAtWord(figure: FigureKey & { readonly version: number }): string {
  return `${keyOf(figure)} ${figure.version}`;
}

/** A figure of a unit with its version, for a form that concerns several units. */
export function lookedAtAcross(figure: FigureKey & { readonly version: number; readonly unit: Named }): string {
  return `${figure.unit.code} ${lookedAtWord(figure)}`;
}

/** The figure and unit in a string that `lookedAtAcross` wrote; null for any other string. */
export function lookedAtIn(word: string): (FigureKey & { version: number; unitCode: string }) | null {
  const [, unitCode = '', rest = ''] = /^(\S+) (.+)$/.exec(word) ?? [];
  const figure = lookedAt(rest);
  return figure && { ...figure, unitCode };
}

/** The figure in a string that `lookedAtWord` wrote; null for any other string. */
export function lookedAt(word: string): (FigureKey & { version: number }) | null {
  const [, key = '', version = ''] = /^(.+) (\d{1,9})$/.exec(word) ?? [];
  const figure = figureKey(key);
  return figure && { ...figure, version: Number(version) };
}
