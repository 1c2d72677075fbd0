import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { doublesText, packed } from '@/db/schema/packed';
import { Fingerprint } from '@/lib/assessment/runs/fingerprint';
import { type Beside, rowOf, type ScoreRow } from '@/lib/assessment/runs/stored-rows';
import { newestForm } from '@/lib/assessment/runs/words';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment } from '@/lib/assessment/scoring/words';

/**
 * Units per statement: as much as the buffer of a connection holds, for a hundred items. The rest of a longer one would
 * not be sent before this process waits, so that the two would work by turns and not at the same time.
 */
const chunk = 20;

/**
 * Stores the scores of all units of a run, and returns its fingerprint, which is written while the database takes them.
 * Refuses a result that does not have every unit once.
 */
export async function storeScores(
  tx: Tx,
  runId: string,
  { document, inputs, assessment, beside }: Scored,
): Promise<string> {
  const { units } = assessment;
  if (units.length !== beside.units.size) throw new Error('the result does not have every unit once');
  const print = new Fingerprint(document, inputs, assessment, newestForm);
  let taken: Promise<unknown> = Promise.resolve();
  for (let at = 0; at < units.length; at += chunk) {
    const some = units.slice(at, at + chunk);
    const rows = some.map((score, n) => rowOf(runId, at + n + 1, score, beside));
    const sent = insertRows(tx, runId, rows);
    // Awaited after more is built; a failure until then is not unhandled.
    sent.catch(() => {});
    await taken;
    taken = sent;
    print.add(some);
  }
  await taken;
  return print.end();
}

type Scored = {
  /** The document of the scheme as it is stored. */
  readonly document: unknown;
  readonly inputs: Inputs;
  readonly assessment: Assessment;
  readonly beside: Beside;
};

/**
 * Adds rows in one statement: a list for each column, since a parameter for each value takes longer to be written and
 * read than the values themselves.
 */
async function insertRows(tx: Tx, runId: string, rows: readonly ScoreRow[]): Promise<void> {
  const objects = (of: (row: ScoreRow) => unknown) => sql`jsonb_array_elements(${JSON.stringify(rows.map(of))}::jsonb)`;
  const doubles = (of: (row: ScoreRow) => readonly (number | null)[]) =>
    sql`${`{${rows.map((row) => `"${doublesText(of(row))}"`).join(',')}}`}::text[]`;
  const plain = rows.map(({ orgUnitCode, position, total, shown, rank, isTied, isApart, isProvisional, ...row }) => ({
    ...{ org_unit_code: orgUnitCode, position, total, shown, rank, is_tied: isTied, is_apart: isApart },
    ...{ is_provisional: isProvisional, is_eligible: row.isEligible, grade: row.grade },
    previous_rank: row.previousRank,
  }));
  await tx.execute(sql`
    insert into run_score (run_id, org_unit_code, position, total, shown, rank, is_tied, is_apart, is_provisional,
      is_eligible, grade, previous_rank, blocks, adjustments, notes, figures, targets, item_workings, item_values,
      item_transformed, item_shares, item_points)
    select ${runId}, org_unit_code, position, total, shown, rank, is_tied, is_apart, is_provisional, is_eligible, grade,
      previous_rank, blocks, adjustments, notes, figures, targets, workings, "values"::double precision[],
      transformed::double precision[], shares::double precision[], points::double precision[]
    from rows from (
      json_to_recordset(${JSON.stringify(plain)}::json) as (org_unit_code text, position int, total double precision,
        shown numeric, rank double precision, is_tied boolean, is_apart boolean, is_provisional boolean,
        is_eligible boolean, grade text, previous_rank double precision),
      ${objects((row) => row.blocks)}, ${objects((row) => row.adjustments)}, ${objects((row) => row.notes)},
      ${objects((row) => packed(row.figures))}, ${objects((row) => row.targets)},
      json_array_elements(${JSON.stringify(rows.map((row) => row.itemWorkings))}::json),
      unnest(${doubles((row) => row.itemValues)}, ${doubles((row) => row.itemTransformed)},
        ${doubles((row) => row.itemShares)}, ${doubles((row) => row.itemPoints)})
    ) as scored (org_unit_code, position, total, shown, rank, is_tied, is_apart, is_provisional, is_eligible, grade,
      previous_rank, blocks, adjustments, notes, figures, targets, workings, "values", transformed, shares, points)`);
}
