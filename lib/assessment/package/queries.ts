import { and, eq } from 'drizzle-orm';
import { db, sharedPool } from '@/db/client';
import { run, runScore, schemeVersion } from '@/db/schema/assessment';
import type { Principal } from '@/lib/access/principal';
import type { RunPackage } from '@/lib/assessment/package/package';
import { isOut } from '@/lib/assessment/queries';
import { outStates } from '@/lib/assessment/words';
import type { FigureRow } from '@/lib/reporting/import/check-figures';

const stretch = 20;

/** The package of a published run, with the names for its file; null for any other run. */
export async function publishedPackage(
  principal: Principal,
  id: string,
): Promise<{ package: RunPackage; schemeCode: string; nameZh: string; nameEn: string } | null> {
  if (principal.units !== 'all') return null;
  const [[found], rows] = await Promise.all([
    db()
      .select({ run, document: schemeVersion.document })
      .from(run)
      .innerJoin(
        schemeVersion,
        and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
      )
      .where(and(eq(run.id, id), isOut)),
    db()
      .select({ unit: runScore.orgUnitCode, targets: runScore.targets })
      .from(runScore)
      .innerJoin(run, eq(run.id, runScore.runId))
      .where(and(eq(run.id, id), isOut))
      .orderBy(runScore.orgUnitCode),
  ]);
  if (!found) return null;
  const { terms, periodCode, schemeCode, fingerprintForm, engine, sha256 } = found.run;
  const { nameZh, nameEn } = found.document;
  return {
    package: {
      fingerprintForm,
      engine,
      sha256,
      scheme: found.document,
      period: periodCode,
      deadlinePassed: terms.deadlinePassed,
      units: [...terms.units],
      targets: rows.flatMap(({ unit, targets }) => targets.map((target) => ({ ...target, unit }))),
      entries: [...terms.entries],
    },
    schemeCode,
    nameZh: `${nameZh}`,
    nameEn: `${nameEn}`,
  };
}

/**
 * Streams the figures that a published run froze, by unit, each with the citation of its revision. None for a run that
 * was not published.
 */
export async function* frozenFigures(principal: Principal, id: string): AsyncGenerator<FigureRow[]> {
  if (principal.units !== 'all') return;
  const units = sharedPool().stream((sql) =>
    sql<{ rows: FigureRow[] }[]>`
    select (
      select coalesce(json_agg(json_build_object('indicator', f.indicator, 'unit', score.org_unit_code, 'period', f.period,
        'value', f.value, 'decimals', f.decimals, 'qualifier', f.qualifier, 'qualifierPrinted', f."qualifierPrinted",
        'vintage', f.vintage, 'reportedYoy', r.reported_yoy::text, 'periodPrinted', coalesce(r.period_printed, ''),
        'source', f.source, 'locator', coalesce(r.locator, ''), 'quote', coalesce(r.quote, ''),
        'note', coalesce(r.note, (
          select string_agg(part, ' + ') from jsonb_array_elements(run.terms -> 'replaced') s,
            jsonb_array_elements_text(s -> 'of') part
          where f.revision = 0 and s ->> 'unit' = score.org_unit_code and s ->> 'indicator' = f.indicator
            and s ->> 'period' = f.period), '')) order by f.indicator, f.period), '[]')
      from (select score.figures -> 'alike' as alike, score.figures -> 'each' as each, (score.figures ->> 'count')::int as count
        offset 0) packed
      cross join generate_series(0, packed.count - 1) place
      cross join jsonb_to_record(packed.alike || coalesce(
        (select jsonb_object_agg(key, list -> place) from jsonb_each(packed.each) e (key, list)), '{}'))
        as f (indicator text, period text, value text, decimals int, qualifier text, "qualifierPrinted" text,
          vintage text, revision int, source text)
      left join observation_revision r on r.indicator_code = f.indicator and r.period_code = f.period
        and r.org_unit_code = score.org_unit_code and r.revision = f.revision
    ) as rows
    from run_score score join run on run.id = score.run_id
    where score.run_id = ${id} and run.state = any(${[...outStates]})
    order by score.org_unit_code`.cursor(stretch),
  );
  for await (const some of units) yield some.flatMap(({ rows }) => rows);
}
