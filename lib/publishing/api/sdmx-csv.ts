import { type Period, parsePeriod } from '@/lib/catalogue/periods/period';
import type { FigureFound } from '@/lib/publishing/api/shown-rows';
import { asPrinted, csvLine } from '@/lib/publishing/csv/tidy-csv';
import { guardCell } from '@/lib/reporting/import/guarded-cell';

/** The type of the format in HTTP. */
export const sdmxType = 'application/vnd.sdmx.data+csv';
export const sdmxVersion = '2.0.0';

const columns = [
  ...(['STRUCTURE', 'STRUCTURE_ID', 'ACTION'] as const),
  ...(['FREQ', 'INDICATOR', 'REF_AREA', 'TIME_PERIOD'] as const),
  'OBS_VALUE',
  ...(['OBS_STATUS', 'UNIT_MEASURE', 'DECIMALS', 'VINTAGE', 'QUALIFIER'] as const),
  ...(['SOURCE_CODE', 'SOURCE', 'REVISION', 'RECORDED_AT'] as const),
] as const;

/** The first line of SDMX-CSV 2.0: structure, dimensions, the measure, attributes. */
export const sdmxHead = csvLine(columns);

/** A figure as an observation of SDMX-CSV 2.0; nothing for one without a date, which has no time period there. */
export function sdmxLine(row: FigureFound): string {
  const period = parsePeriod(row.periodCode);
  const time = period && timeOf(period);
  if (!time) return '';
  const cells: Record<(typeof columns)[number], string> = {
    ...{ STRUCTURE: 'dataflow', STRUCTURE_ID: 'BATON:FIGURES(1.0.0)', ACTION: 'R' },
    ...{ FREQ: time.freq, INDICATOR: row.indicatorCode, REF_AREA: row.orgUnitCode, TIME_PERIOD: time.period },
    OBS_VALUE: asPrinted(row.value, row.decimals),
    ...{ OBS_STATUS: statusOf(row), UNIT_MEASURE: guardCell(row.unitZh), DECIMALS: `${row.decimals}` },
    ...{ VINTAGE: row.vintage, QUALIFIER: row.qualifier },
    ...{ SOURCE_CODE: row.sourceCode, SOURCE: guardCell(row.sourceTitle) },
    ...{ REVISION: `${row.revision}`, RECORDED_AT: row.recordedAt.toISOString() },
  };
  return csvLine(columns.map((column) => cells[column]));
}

/** Of the code list CL_OBS_STATUS: a forecast, a provisional value, or a normal one. */
function statusOf({ qualifier, vintage }: FigureFound): 'F' | 'P' | 'A' {
  if (qualifier === 'expected') return 'F';
  return vintage === 'flash' || vintage === 'preliminary' ? 'P' : 'A';
}

/** The frequency, of CL_FREQ, and the period as SDMX writes it; a year to date is a range of months, of no frequency. */
function timeOf({ kind, year, index }: Period): { freq: string; period: string } | null {
  const month = `${index}`.padStart(2, '0');
  switch (kind) {
    case 'year':
      return { freq: 'A', period: `${year}` };
    case 'half':
      return { freq: 'S', period: `${year}-S${index}` };
    case 'quarter':
      return { freq: 'Q', period: `${year}-Q${index}` };
    case 'month':
      return { freq: 'M', period: `${year}-${month}` };
    case 'yearToDate':
      return { freq: '_O', period: `${year}-01-01/P${index}M` };
    case 'undated':
      return null;
  }
}
