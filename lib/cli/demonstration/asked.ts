import { parsePeriod } from '@/lib/catalogue/periods/period';
import { itemPeriod } from '@/lib/reporting/collections/terms';
import { emptyEntry } from '@/lib/reporting/entry/words';
import type { FigureEntry, FigureKey } from '@/lib/reporting/words';
import type { Month } from './months';
import { inventedFigure, seriesOf } from './series';

/** An indicator that the calendar of a collection asks for. */
export type Asked = {
  readonly indicatorCode: string;
  readonly basis: 'current' | 'yearToDate';
  readonly isRequired: boolean;
};
export type Item = FigureKey & { readonly isRequired: boolean };

const both = (indicatorCode: string, isRequired = true): Asked[] => [
  { indicatorCode, basis: 'current', isRequired },
  { indicatorCode, basis: 'yearToDate', isRequired },
];
const currentItem = (indicatorCode: string): Asked => ({ indicatorCode, basis: 'current', isRequired: true });

export const industryAsks: readonly Asked[] = [
  ...both('DEMO_OUT'),
  ...both('DEMO_OUT_HT'),
  ...both('DEMO_OUT_TR'),
  ...both('DEMO_POWER'),
  { indicatorCode: 'DEMO_FAI_G', basis: 'yearToDate', isRequired: true },
  currentItem('DEMO_ENT'),
  ...both('DEMO_PORT', false),
];
export const safetyAsks: readonly Asked[] = [
  currentItem('DEMO_KEY'),
  currentItem('DEMO_HAZ'),
  currentItem('DEMO_HAZ_FIXED'),
  currentItem('DEMO_HAZ_RATE'),
  ...both('DEMO_ACC'),
];

/** The items of a period. That of January and February is the year to date, and asks for each indicator once. */
export function itemsFor(asks: readonly Asked[], period: string): Item[] {
  const items = asks.map(({ indicatorCode, basis, isRequired }) => ({
    indicatorCode,
    periodCode: itemPeriod(period, basis) ?? period,
    isRequired,
  }));
  return items.filter(
    (item, at) =>
      items.findIndex((one) => one.indicatorCode === item.indicatorCode && one.periodCode === item.periodCode) === at,
  );
}

/** The entries of a unit's reporter: the invented figures, with an explanation where the checks will ask for one. */
export function entriesOf(unit: string, items: readonly Item[]): (FigureKey & { readonly entry: FigureEntry })[] {
  const runs = seriesOf(unit);
  return items.map(({ indicatorCode, periodCode }) => {
    const period = parsePeriod(periodCode);
    const own = runs.filter((run) => run.indicator === indicatorCode);
    const run = own.find(({ basis }) => (basis === 'yearToDate') === (period?.kind === 'yearToDate')) ?? own[0];
    if (!run || !period) {
      return { indicatorCode, periodCode, entry: { ...emptyEntry, typed: '不适用', note: '辖区内没有港口。' } };
    }
    const month: Month = period.year * 12 + period.index - 1;
    const { value, reportedYoy } = inventedFigure(unit, run, month);
    const entry: FigureEntry = {
      ...emptyEntry,
      typed: value,
      typedYoy: reportedYoy ?? '',
      sourceText: indicatorCode.startsWith('DEMO_HAZ') ? '隐患排查台账' : '',
      explanation: indicatorCode === 'DEMO_ACC' ? '起数少，变动属正常波动。' : '',
    };
    return { indicatorCode, periodCode, entry };
  });
}
