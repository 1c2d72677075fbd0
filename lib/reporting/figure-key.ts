import type { FigureKey } from '@/lib/reporting/words';

/** A figure's key as one string, `GDP 2026-M10`: neither code contains a space. */
export function keyOf({ indicatorCode, periodCode }: FigureKey): string {
  return `${indicatorCode} ${periodCode}`;
}

/** The key of an earlier figure as one of a later period is compared with it, among the known values. */
export function comparedKey(indicatorCode: string, earlier: string, later: string): string {
  return `${indicatorCode} ${earlier} ${later}`;
}

/** The key in a string that `keyOf` wrote; null for any other string. */
export function figureKey(word: string): FigureKey | null {
  const [indicatorCode, periodCode, more] = word.split(' ');
  return indicatorCode && periodCode && more === undefined ? { indicatorCode, periodCode } : null;
}
