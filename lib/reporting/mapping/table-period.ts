import { parsePeriod } from '@/lib/catalogue/periods/period';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { titlesOf } from '@/lib/reporting/mapping/head-rows';
import { type PeriodContext, type TitlePeriod, titlePeriod } from '@/lib/reporting/mapping/periods';
import type { Mapping } from '@/lib/reporting/mapping/words';

/** What the titles of a table say of its time; of a table below others those of the sheet, where its own say nothing. */
export function titleOf(grid: Grid, headRow: number): TitlePeriod {
  const { own, ofSheet } = titlesOf(grid, headRow);
  const title = titlePeriod(own);
  return title.year === null && !title.isToDate ? titlePeriod([...own, ...ofSheet]) : title;
}

/** What the sheet and the mapping say of all periods. */
export function periodContext(grid: Grid, mapping: Mapping): PeriodContext {
  const title = titleOf(grid, mapping.headFrom - 1);
  const given = mapping.period.from === 'title' ? null : mapping.period.code;
  const base = given ?? title.code;
  const year = (base === null ? null : parsePeriod(base)?.year) ?? title.year;
  return {
    base,
    year,
    isToDate: title.isToDate,
    isPart: given === null && title.isPart,
    months: mapping.period.months,
  };
}
