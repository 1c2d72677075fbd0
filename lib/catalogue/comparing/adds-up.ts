import type { IndicatorView } from '@/lib/catalogue/indicators/words';

/** Units of measure of amounts per head: a plain 元 is an amount per person. */
export const perHead = new Set(['元', '元/人']);

/**
 * Whether figures of several units may be summed, so that a unit has a share of the whole. Not for rates, places, daily
 * means, concentrations and amounts per head.
 */
export function addsUp(indicator: Pick<IndicatorView, 'measure' | 'basis' | 'unitZh'>): boolean {
  const { measure, basis, unitZh } = indicator;
  return measure === 'amount' && basis !== 'dailyMean' && !unitZh.includes('/') && !perHead.has(unitZh);
}
