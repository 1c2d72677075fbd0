import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import type { CheckedIndicator } from '@/lib/reporting/words';
import { signedDecimal } from '@/lib/statistics/numbers';

/**
 * A stored figure as pages and paper show it: the number as it was read (５．８１ as 5.81, 1880.38 as 1,880.38). A text
 * that is no number stays as typed.
 */
export function writtenEntry(
  typed: string,
  indicator: Pick<CheckedIndicator, 'unitZh' | 'unitEn' | 'measure'>,
  locale: Locale,
): string {
  const reading = readFigure(typed, indicator);
  return reading.kind === 'number' ? writtenText(reading, locale, indicator.measure) : typed;
}

/** The same of a typed 同比, with its sign and unit: +6.5%, or points of a rate. */
export function writtenEntryYoy(
  typedYoy: string,
  { measure }: Pick<CheckedIndicator, 'measure'>,
  t: (unit: 'percent' | 'points') => string,
): string {
  const reading = readGrowth(typedYoy, { measure });
  if (reading.kind !== 'number') return typedYoy;
  return `${signedDecimal(reading.value)}${measure === 'rate' ? ` ${t('points')}` : t('percent')}`;
}
