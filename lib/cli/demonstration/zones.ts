import type { FigureRow } from '@/lib/reporting/import/check-figures';
import { type Month, momentIn, yearOf } from './months';
import { chance, decimalText } from './series';
import type { InventedTarget } from './targets';

/** A zone's values in the year before the first assessed one, and the growth of its output. */
type Zone = {
  readonly output: number;
  readonly growth: number;
  readonly tax: number;
  readonly land: number;
  readonly foreign: number;
  readonly research: number;
  readonly firms: number;
  readonly energy: number;
  readonly satisfaction: number;
};

const zones: Readonly<Record<string, Zone>> = {
  'DEMO-ZONE1': zone(780, 0.082, 33, 1.72, 4.6, 4.1, 148, 0.36, 90),
  'DEMO-ZONE2': zone(655, 0.094, 26, 1.43, 3.9, 4.6, 171, 0.33, 87),
  'DEMO-ZONE3': zone(560, 0.071, 18.2, 1.08, 2.4, 3.4, 92, 0.43, 83),
  'DEMO-ZONE4': zone(748, 0.07, 25, 1.48, 3.3, 2.9, 94, 0.42, 88),
  'DEMO-ZONE5': zone(512, 0.063, 15.6, 1.12, 2.1, 2.7, 81, 0.55, 82),
  'DEMO-ZONE6': zone(438, 0.104, 13.1, 0.88, 1.7, 3.9, 118, 0.47, 85),
  'DEMO-ZONE7': zone(396, 0.052, 10.8, 0.97, 1.2, 2.2, 63, 0.58, 80),
  'DEMO-ZONE8': zone(305, 0.021, 7.4, 0.83, 0.7, 1.6, 41, 0.68, 76),
};
export const zoneCodes = Object.keys(zones);

function zone(output: number, growth: number, tax: number, land: number, foreign: number, ...rest: number[]): Zone {
  const [research = 0, firms = 0, energy = 0, satisfaction = 0] = rest;
  return { output, growth, tax, land, foreign, research, firms, energy, satisfaction };
}

const decimals = {
  DEMO_Z_OUT: 1,
  DEMO_Z_TAX: 2,
  DEMO_Z_LAND: 2,
  DEMO_Z_FDI: 2,
  DEMO_Z_RD: 2,
  DEMO_Z_HT: 0,
  DEMO_Z_ENERGY: 3,
  DEMO_Z_SAT: 1,
} as const;
type ZoneIndicator = keyof typeof decimals;
const indicators = Object.keys(decimals) as ZoneIndicator[];

/**
 * Two zones that differ and earn the same in the second year: both exceed the bounds and targets of most items, and the
 * lead of one in research equals that of the other in satisfaction.
 */
const alike: Readonly<Record<string, Partial<Record<ZoneIndicator, string>>>> = {
  'DEMO-ZONE3 1': { DEMO_Z_OUT: '600.0' },
  'DEMO-ZONE4 1': { DEMO_Z_OUT: '800.0' },
  'DEMO-ZONE3 2': same({ DEMO_Z_OUT: '645.0', DEMO_Z_TAX: '21.60', DEMO_Z_LAND: '1.12', DEMO_Z_RD: '3.60' }, '84.0'),
  'DEMO-ZONE4 2': same({ DEMO_Z_OUT: '860.0', DEMO_Z_TAX: '29.40', DEMO_Z_LAND: '1.54', DEMO_Z_RD: '3.00' }, '89.0'),
};

function same(own: Partial<Record<ZoneIndicator, string>>, satisfaction: string) {
  return { ...own, DEMO_Z_SAT: satisfaction, DEMO_Z_HT: '104', DEMO_Z_ENERGY: '0.412' };
}

/** The three assessed years before the year of `reported`. */
export function assessedYears(reported: Month): readonly [number, number, number] {
  const last = yearOf(reported) - 1;
  return [last - 2, last - 1, last];
}

/** The figure of a zone `at` years after the year before the first assessed one, as printed. */
function figureOf(code: string, indicator: ZoneIndicator, at: number): string {
  const fixed = alike[`${code} ${at}`]?.[indicator];
  if (fixed) return fixed;
  const own = zones[code] ?? zone(0, 0, 0, 0, 0);
  const noise = (width: number) => 1 + (chance(code, indicator, at) - 0.5) * width;
  const grown = (1 + own.growth) ** at;
  const value = {
    DEMO_Z_OUT: own.output * grown * noise(0.02),
    DEMO_Z_TAX: own.tax * grown ** 1.1 * noise(0.03),
    DEMO_Z_LAND: own.land * (1 + 0.012 * at),
    DEMO_Z_FDI: own.foreign * (1 + 0.04 * at) * noise(0.12),
    DEMO_Z_RD: own.research + 0.14 * at * noise(0.5),
    DEMO_Z_HT: own.firms * (1 + 0.055 * at) * noise(0.03),
    DEMO_Z_ENERGY: own.energy * (1 - 0.028 * at) * noise(0.02),
    DEMO_Z_SAT: own.satisfaction + at * 0.6 * noise(1.2),
  }[indicator];
  return decimalText(Math.round(value * 10 ** decimals[indicator]), decimals[indicator]);
}

/** The figures of the zones for the assessed years and the one before them, each year as reported in the next. */
export function zoneFigures(reported: Month): readonly { at: Date; reason: string; rows: readonly FigureRow[] }[] {
  const [first] = assessedYears(reported);
  return [0, 1, 2, 3].map((at) => {
    const year = first - 1 + at;
    const rows = zoneCodes.flatMap((unit) =>
      indicators.map(
        (indicator): FigureRow => ({
          indicator,
          unit,
          period: `${year}`,
          value: figureOf(unit, indicator, at),
          decimals: decimals[indicator],
          qualifier: 'exact',
          qualifierPrinted: '',
          vintage: 'final',
          reportedYoy: null,
          periodPrinted: '',
          source: 'DEMO',
          locator: '年报',
          quote: '',
          note: '演示数据',
        }),
      ),
    );
    return { at: momentIn((year + 1) * 12 + 1, 20, 10), reason: `演示数据：${year}年开发区年报`, rows };
  });
}

/** The targets of the zones for tax and foreign capital: 4 to 14 % over the year before. */
export function zoneTargets(reported: Month): readonly InventedTarget[] {
  const [first] = assessedYears(reported);
  return [1, 2, 3].flatMap((at) =>
    zoneCodes.flatMap((orgUnitCode) =>
      (['DEMO_Z_TAX', 'DEMO_Z_FDI'] as const).map((indicatorCode) => {
        const before = Number(figureOf(orgUnitCode, indicatorCode, at - 1));
        const least = `${orgUnitCode} ${at}` in alike && at === 2;
        const base = Math.round(
          before * (least ? 0.9 : 1.04 + 0.1 * chance('target', orgUnitCode, indicatorCode, at)) * 100,
        );
        return {
          orgUnitCode,
          indicatorCode,
          year: first - 1 + at,
          base: decimalText(base, 2),
          stretch: decimalText(Math.round(base * 1.03), 2),
          note: '演示数据：年度目标',
        };
      }),
    ),
  );
}
