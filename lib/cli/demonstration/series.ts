import { type Month, monthOf } from './months';

/** One series of a unit: an indicator by the month, or by the year to date. */
export type Series = {
  readonly indicator: string;
  readonly basis: 'month' | 'yearToDate';
  readonly decimals: number;
};

/** A unit's figure: as printed, with the stated growth, and its early estimate. */
export type Invented = { readonly value: string; readonly estimate: string; readonly reportedYoy: string | null };

/**
 * Traits of the units: monthly output in 亿元, its yearly growth, the share of high technology, and whether there is a
 * port.
 */
const traits: Readonly<Record<string, { output: number; growth: number; share: number; port: number }>> = {
  'DEMO-JIA': { output: 168, growth: 0.062, share: 0.46, port: 820 },
  'DEMO-YI': { output: 121, growth: 0.071, share: 0.38, port: 0 },
  'DEMO-BING': { output: 143, growth: 0.048, share: 0.42, port: 0 },
  'DEMO-DING': { output: 196, growth: 0.055, share: 0.41, port: 1260 },
  'DEMO-WU': { output: 98, growth: 0.083, share: 0.33, port: 430 },
  'DEMO-JI': { output: 76, growth: 0.039, share: 0.29, port: 0 },
  'DEMO-GENG': { output: 88, growth: 0.066, share: 0.35, port: 0 },
  'DEMO-XIN': { output: 112, growth: 0.058, share: 0.44, port: 0 },
  'DEMO-REN': { output: 154, growth: 0.091, share: 0.57, port: 640 },
};
export const unitCodes = Object.keys(traits);

/** Seasonal factors from January to December: lower at the New Year holidays, higher at the ends of quarters. */
const season = [0.86, 0.76, 1.02, 0.97, 0.99, 1.07, 0.98, 0.97, 1.05, 1.0, 1.04, 1.12];
/** The month from which growth is counted. */
const beginning: Month = 2024 * 12;

const summed = ['DEMO_OUT', 'DEMO_OUT_HT', 'DEMO_OUT_TR', 'DEMO_POWER', 'DEMO_PORT', 'DEMO_ACC'];
const decimals: Readonly<Record<string, number>> = {
  DEMO_OUT: 2,
  DEMO_OUT_HT: 2,
  DEMO_OUT_TR: 2,
  DEMO_POWER: 2,
  DEMO_PORT: 1,
  DEMO_FAI_G: 1,
  DEMO_ENT: 0,
  DEMO_KEY: 0,
  DEMO_HAZ: 0,
  DEMO_HAZ_FIXED: 0,
  DEMO_HAZ_RATE: 1,
  DEMO_ACC: 0,
};
const withGrowth = ['DEMO_OUT', 'DEMO_OUT_HT', 'DEMO_POWER'];

/** The series of a unit; one without a port has none of a port. */
export function seriesOf(unit: string): Series[] {
  return Object.entries(decimals).flatMap(([indicator, printed]): Series[] => {
    if (indicator === 'DEMO_PORT' && traits[unit]?.port === 0) return [];
    const cumulative = { indicator, basis: 'yearToDate' as const, decimals: printed };
    if (indicator === 'DEMO_FAI_G') return [cumulative];
    const monthly = { indicator, basis: 'month' as const, decimals: printed };
    return summed.includes(indicator) ? [monthly, cumulative] : [monthly];
  });
}

/** A pseudo-random number from 0 to 1, the same for the same words (FNV-1a, then the mixing of Murmur 3). */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of words.join(' ')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** The figure of a unit for a month, or for the year up to it. */
export function inventedFigure(unit: string, { indicator, basis, decimals: printed }: Series, month: Month): Invented {
  const value = basis === 'month' ? smallestUnits(unit, indicator, month) : toDate(unit, indicator, month);
  const off = 1 + (chance('estimate', unit, indicator, basis, month) - 0.5) / 30;
  const isStated = withGrowth.includes(indicator) && basis === 'yearToDate';
  const before = isStated ? toDate(unit, indicator, month - 12) : 0;
  return {
    value: decimalText(value, printed),
    estimate: decimalText(Math.round(value * off), printed),
    reportedYoy: isStated ? decimalText(Math.round((value / before - 1) * 1000), 1) : null,
  };
}

function toDate(unit: string, indicator: string, month: Month): number {
  if (indicator === 'DEMO_FAI_G') return investmentGrowth(unit, month);
  let sum = 0;
  for (let each = month - monthOf(month) + 1; each <= month; each += 1) sum += smallestUnits(unit, indicator, each);
  return sum;
}

/** A figure as a whole number of its smallest printed unit, so that sums are exact. */
function smallestUnits(unit: string, indicator: string, month: Month): number {
  const { output, growth, share, port } = traits[unit] ?? { output: 0, growth: 0, share: 0, port: 0 };
  const years = (month - beginning) / 12;
  const wave = (season[monthOf(month) - 1] ?? 1) * (1 + growth) ** years;
  const noise = (word: string, width: number) => 1 + (chance(unit, word, month) - 0.5) * width;
  const highTech = share + 0.012 * years;
  switch (indicator) {
    case 'DEMO_OUT':
      return smallestUnits(unit, 'DEMO_OUT_HT', month) + smallestUnits(unit, 'DEMO_OUT_TR', month);
    case 'DEMO_OUT_HT':
      return Math.round(output * wave * highTech * noise('ht', 0.05) * 100);
    case 'DEMO_OUT_TR':
      return Math.round(output * wave * (1 - highTech) * noise('tr', 0.04) * 100);
    case 'DEMO_POWER':
      return Math.round(output * wave * 0.031 * (1 - 0.015 * years) * noise('power', 0.03) * 100);
    case 'DEMO_PORT':
      return Math.round(port * (0.7 + 0.3 * wave) * noise('port', 0.06) * 10);
    case 'DEMO_ENT':
      return Math.round(output * 4.3 * 1.03 ** years);
    case 'DEMO_KEY':
      return Math.round(output * 0.42 + 6 * chance(unit, 'key', Math.floor(month / 6)));
    case 'DEMO_HAZ':
      return Math.round(output * 1.6 * noise('haz', 0.3));
    case 'DEMO_HAZ_FIXED':
      return Math.round(smallestUnits(unit, 'DEMO_HAZ', month) * (0.99 - 0.06 * chance(unit, 'fixed', month)));
    case 'DEMO_HAZ_RATE':
      return Math.round((smallestUnits(unit, 'DEMO_HAZ_FIXED', month) * 1000) / smallestUnits(unit, 'DEMO_HAZ', month));
    case 'DEMO_ACC':
      return Math.floor(chance(unit, 'accident', month) ** 2 * (1 + output / 40));
    default:
      throw new Error(`nothing is invented for ${indicator}`);
  }
}

/** Growth in tenths of a percent, slowly varying. */
function investmentGrowth(unit: string, month: Month): number {
  const swing = 3 * Math.sin(month / 5 + 6 * chance(unit, 'phase'));
  return Math.round(
    ((traits[unit]?.growth ?? 0) * 100 + 2 + swing + (chance(unit, 'investment', month) - 0.5) * 2) * 10,
  );
}

/** A whole number of the smallest printed unit as a decimal: 12345 with 2 decimals is 123.45. */
export function decimalText(smallest: number, decimals: number): string {
  const digits = `${Math.abs(smallest)}`.padStart(decimals + 1, '0');
  const sign = smallest < 0 ? '-' : '';
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
