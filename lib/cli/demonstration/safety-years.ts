import type { FigureRow } from '@/lib/reporting/import/check-figures';
import { type Month, monthBefore, yearOf } from './months';
import { decimalText, inventedFigure, unitCodes } from './series';
import type { InventedTarget } from './targets';

const monthly = ['DEMO_HAZ', 'DEMO_HAZ_FIXED', 'DEMO_ACC'] as const;

/** The two whole years before that of `reported`, for which all months exist. */
export function safetyYears(reported: Month): readonly [before: number, assessed: number] {
  const last = yearOf(monthBefore(reported)) - 1;
  return [last - 1, last];
}

function sumOf(unit: string, indicator: (typeof monthly)[number], year: number): number {
  const series = { indicator, basis: 'month', decimals: 0 } as const;
  let sum = 0;
  for (let month = year * 12; month < year * 12 + 12; month += 1)
    sum += Number(inventedFigure(unit, series, month).value);
  return sum;
}

/** Hazards and accidents of whole years, the sums of their months, with the share of hazards removed. */
export function safetyFigures(reported: Month): readonly FigureRow[] {
  return safetyYears(reported).flatMap((year) =>
    unitCodes.flatMap((unit) => {
      const [found, removed, accidents] = [
        sumOf(unit, 'DEMO_HAZ', year),
        sumOf(unit, 'DEMO_HAZ_FIXED', year),
        sumOf(unit, 'DEMO_ACC', year),
      ];
      const row = (indicator: string, value: string, decimals: number): FigureRow => ({
        indicator,
        unit,
        period: `${year}`,
        value,
        decimals,
        qualifier: 'exact',
        qualifierPrinted: '',
        vintage: 'final',
        reportedYoy: null,
        periodPrinted: '',
        source: 'DEMO',
        locator: '年报',
        quote: '',
        note: '演示数据',
      });
      return [
        row('DEMO_HAZ', `${found}`, 0),
        row('DEMO_HAZ_FIXED', `${removed}`, 0),
        row('DEMO_HAZ_RATE', decimalText(Math.round((removed * 1000) / found), 1), 1),
        row('DEMO_ACC', `${accidents}`, 0),
      ];
    }),
  );
}

/** 控制数: a unit's limit of accidents, five in a hundred fewer than the year before. */
export function safetyTargets(reported: Month): readonly InventedTarget[] {
  const [before, year] = safetyYears(reported);
  return unitCodes.map((orgUnitCode) => {
    const base = Math.max(1, Math.round(sumOf(orgUnitCode, 'DEMO_ACC', before) * 0.95));
    return {
      orgUnitCode,
      indicatorCode: 'DEMO_ACC',
      year,
      base: `${base}`,
      stretch: `${Math.max(0, base - 1)}`,
      note: '演示数据：年度控制数',
    };
  });
}
