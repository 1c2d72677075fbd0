import { type Month, yearOf } from './months';
import { inventedFigure, unitCodes } from './series';

export type InventedTarget = {
  readonly orgUnitCode: string;
  readonly indicatorCode: string;
  readonly year: number;
  readonly base: string;
  readonly stretch: string;
  readonly note: string;
};

/** The targets of each unit in the year of `reported`: output 5 % over the year before, investment, hazards removed. */
export function inventedTargets(reported: Month): InventedTarget[] {
  const year = yearOf(reported);
  const december = year * 12 - 1;
  return unitCodes.flatMap((orgUnitCode) => {
    const series = { indicator: 'DEMO_OUT', basis: 'yearToDate' as const, decimals: 2 };
    const output = Number(inventedFigure(orgUnitCode, series, december).value);
    const of = (indicatorCode: string, base: number, stretch: number): InventedTarget => {
      return { orgUnitCode, indicatorCode, year, base: `${base}`, stretch: `${stretch}`, note: '演示数据：年度目标' };
    };
    return [
      of('DEMO_OUT', Math.round(output * 1.05), Math.round(output * 1.08)),
      of('DEMO_FAI_G', 4, 6),
      of('DEMO_HAZ_RATE', 95, 98),
    ];
  });
}
