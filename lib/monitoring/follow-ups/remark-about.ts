import type { RemarkAbout } from '@/lib/monitoring/follow-ups/words';

/** What a remark is about, as its row keeps it: each kind has its own columns. */
export type AboutColumns = {
  readonly kind: RemarkAbout['kind'];
  readonly orgUnitCode: string | null;
  readonly indicatorCode: string | null;
  readonly year: number | null;
  readonly month: number | null;
  readonly periodCode: string | null;
  readonly runId: string | null;
  readonly reportId: string | null;
  readonly collectionId: string | null;
};

/** The columns of what a remark is about. */
export function columnsOf(about: RemarkAbout): AboutColumns {
  return {
    kind: about.kind,
    orgUnitCode: 'unit' in about ? about.unit : null,
    indicatorCode: 'indicator' in about ? about.indicator : null,
    year: about.kind === 'lamp' ? about.year : null,
    month: about.kind === 'lamp' ? about.month : null,
    periodCode: about.kind === 'figure' ? about.period : null,
    runId: about.kind === 'score' ? about.run : null,
    reportId: about.kind === 'report' ? about.report : null,
    collectionId: about.kind === 'collection' ? about.collection : null,
  };
}

/** What a remark is about, by its columns, of which the table refuses others than those of its kind. */
export function aboutOf(row: AboutColumns): RemarkAbout {
  const [unit, indicator] = [row.orgUnitCode ?? '', row.indicatorCode ?? ''];
  switch (row.kind) {
    case 'lamp':
      return { kind: row.kind, unit, indicator, year: row.year ?? 0, month: row.month ?? 0 };
    case 'figure':
      return { kind: row.kind, unit, indicator, period: row.periodCode ?? '' };
    case 'score':
      return { kind: row.kind, run: row.runId ?? '', unit };
    case 'report':
      return { kind: row.kind, report: row.reportId ?? '' };
    case 'collection':
      return { kind: row.kind, collection: row.collectionId ?? '' };
  }
}
