import type { FigureKey } from '@/lib/reporting/words';

/** A figure's key as one string, `GDP 2026-M10`: neither code contains a space. */
export function keyOf({ indicatorCode, periodCode }: FigureKey): string {
  return `${indicatorCode} ${periodCode}`;
}

/** The key in a string that `keyOf` wrote; null for any other string. */
export function figureKey(word: string): FigureKey | null {
  const [indicatorCode, periodCode, more] = word.split(' ');
  return indicatorCode && periodCode && more === undefined ? { indicatorCode, periodCode } : null;
}
