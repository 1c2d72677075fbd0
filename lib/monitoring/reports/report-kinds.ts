import { type ReportKind, reportKinds } from '@/lib/monitoring/reports/words';

/** The kinds of reports that a month may end: a month always, a quarter in March, a half in June, a year in December. */
export function kindsOfMonth(month: number): readonly ReportKind[] {
  const every = { month: 1, quarter: 3, half: 6, year: 12 } as const;
  return reportKinds.filter((kind) => month % every[kind] === 0);
}
