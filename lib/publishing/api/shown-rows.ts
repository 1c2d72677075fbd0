import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import type { RankRow } from '@/lib/assessment/rankings/table/rank-row';
import type { Name } from '@/lib/i18n/words';
import type {
  changesAfter,
  figuresAfter,
  indicatorsAfter,
  rankingsAfter,
  unitsAfter,
} from '@/lib/publishing/api/queries';
import type {
  ApiChange,
  ApiFigure,
  ApiIndicator,
  ApiRankedUnit,
  ApiRanking,
  ApiUnit,
} from '@/lib/publishing/api/schemas';
import { asPrinted } from '@/lib/publishing/csv/tidy-csv';
import type { FigureRow } from '@/lib/reporting/import/check-figures';

type Row<Read extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Read>>[number];
export type FigureFound = Row<typeof figuresAfter>;

/** An indicator as programs read it. */
export function shownIndicator(row: Row<typeof indicatorsAfter>): ApiIndicator {
  return {
    ...{ code: row.code, name_zh: row.nameZh, name_en: row.nameEn, topic: row.topicCode },
    ...{ unit_of_measure_zh: row.unitZh, unit_of_measure_en: row.unitEn, decimals: row.decimals },
    ...{ measure: row.measure, direction: row.direction, basis: row.basis, frequency: row.frequency },
    ...{ growth_of: row.growthOf, retired_on: row.retiredOn },
  };
}

/** A unit as programs read it. */
export function shownUnit(row: Row<typeof unitsAfter>): ApiUnit {
  return {
    ...{ code: row.code, name_zh: row.nameZh, name_en: row.nameEn, parent: row.parentCode, kind: row.kind },
    ...{ gb_code: row.gbCode, is_demonstration: row.isDemonstration },
    ...{ valid_from: row.validFrom, valid_to: row.validTo },
  };
}

/** A figure as programs read it: the number with its printed decimals, as a text. */
export function shownFigure(row: FigureFound): ApiFigure {
  return {
    ...{ indicator: row.indicatorCode, unit: row.orgUnitCode, period: row.periodCode },
    ...{ value: asPrinted(row.value, row.decimals), decimals: row.decimals },
    ...{ unit_of_measure_zh: row.unitZh, unit_of_measure_en: row.unitEn },
    ...{ qualifier: row.qualifier, qualifier_printed: row.qualifierPrinted, vintage: row.vintage },
    ...{ reported_yoy: row.reportedYoy, period_printed: row.periodPrinted, note: row.note },
    ...{ is_demonstration: row.isDemonstration, revision: row.revision, recorded_at: row.recordedAt.toISOString() },
    source: {
      ...{ code: row.sourceCode, title: row.sourceTitle, publisher: row.publisher, url: row.url },
      ...{ locator: row.locator, quote: row.quote, withdrawn: row.sourceWithdrawn },
    },
  };
}

/** A revision of a figure as programs read it. */
export function shownChange(row: Row<typeof changesAfter>): ApiChange {
  return { ...shownFigure(row), is_withdrawal: row.isWithdrawal };
}

/** The same figure as a row of the tidy file that an import takes. */
export function tidyFigure({ indicatorCode, orgUnitCode, periodCode, sourceCode, ...row }: FigureFound): FigureRow {
  return { ...row, indicator: indicatorCode, unit: orgUnitCode, period: periodCode, source: sourceCode };
}

type Run = Omit<Row<typeof rankingsAfter>, 'nameZh' | 'nameEn'>;

function ranking(row: Run, name: Name): ApiRanking {
  return {
    ...{ id: row.id, scheme: row.schemeCode, scheme_version: row.schemeVersion },
    ...{ name_zh: name.nameZh, name_en: name.nameEn },
    group: { code: row.group.code, name_zh: row.group.nameZh, name_en: row.group.nameEn },
    ...{ period: row.periodCode, state: row.state, is_demonstration: row.isDemonstration },
    ...{ units: row.units, ranked: row.ranked, published_at: row.publishedAt?.toISOString() ?? null },
  };
}

/** A published run as programs read it. */
export const shownRanking = (row: Row<typeof rankingsAfter>): ApiRanking => ranking(row, row);

/** The same of a run that was opened. */
export const openedRanking = (run: ResultRun): ApiRanking => ranking(run, run.scheme);

/** A unit of a ranking as programs read it, with the score as published. */
export function shownRank(row: RankRow): ApiRankedUnit {
  return {
    ...{ unit: row.code, name_zh: row.nameZh, name_en: row.nameEn, score: row.shown, place: row.rank },
    ...{ is_tied: row.isTied, is_apart: row.isApart, is_provisional: row.isProvisional },
    ...{ grade: row.grade, previous_place: row.previousRank },
  };
}
