import type { FigureKey } from '@/lib/reporting/words';

/** A figure's key as one word, `GDP 2026-M10`: neither code holds a space. */
export function keyOf({ indicatorCode, periodCode }: FigureKey): string {
  return `${indicatorCode} ${periodCode}`;
}

/** The key that `keyOf` wrote; null for what is none. */
export function figureKey(word: string): FigureKey | null {
  const [indicatorCode, periodCode, more] = word.split(' ');
  return indicatorCode && periodCode && more === undefined ? { indicatorCode, periodCode } : null;
}
