import { type SQL, sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { Refusal } from '@/lib/errors';
import { ownWords } from '@/lib/i18n/own-words';
import type { ChosenRow } from '@/lib/observations/cited/chosen-cited';
import { shownRevision } from '@/lib/observations/cited/queries';
import { batchName } from '@/lib/observations/cited/words';
import { settleFigures } from '@/lib/observations/derived/settle-figures';
import { addRevisions, replaceCurrent } from '@/lib/observations/recording/record-figures';
import { addWithdrawals, removeCurrent } from '@/lib/observations/recording/withdraw-figures';

/** The most figures that a refusal names. */
const mostNamed = 5;

/**
 * Writes what confirmed rows of `cited_figure` say: withdrawn figures leave the current ones, recorded ones and those
 * that are shown again enter them, each with a revision; ranks replace those of the same set. Refuses where a shown
 * figure is another than the one that was looked at, and names it.
 */
export async function publishCited(work: Work, rows: readonly ChosenRow[]): Promise<void> {
  const { tx, principal, now } = work;
  refuseTwice(rows);
  const ids = sql`${sql.param(rows.map(({ id }) => id))}::text[]`;
  const chosen = sql`(select * from cited_figure where id = any(${ids}))`;
  await ensurePeriods(
    tx,
    rows.map(({ periodCode }) => periodCode),
  );
  const withdrawn = sql`(select indicator_code, period_code, org_unit_code, replaces as revision, reason
    from cited_figure where id = any(${ids}) and kind = 'withdraw')`;
  const incoming = sql`(
    select indicator_code, period_code, org_unit_code, value, decimals, qualifier, qualifier_printed, vintage,
      reported_yoy, '' as period_printed, source_code, locator, quote, note,
      case when reason = '' then ${ownWords.fromDocument[0]}::text else reason end as reason,
      row_number() over (order by recorded_at, id)::int as n
    from cited_figure where id = any(${ids}) and value is not null)`;
  if (rows.some(({ kind }) => kind === 'withdraw')) await removeCurrent(tx, withdrawn);
  const counts = await replaceCurrent(tx, principal, incoming, now);
  // The writes before hold the rows of the current figures: what is compared now cannot move any more.
  await refuseMoved(work, chosen);
  await addWithdrawals(tx, principal, withdrawn, now);
  const batchId = rows[0]?.batchId ?? null;
  if (batchId !== null) {
    await tx.execute(sql`
      insert into import_batch (id, file_name, imported_at, imported_by, added, changed, unchanged)
      values (${batchId}, ${batchName(batchId)}, ${now.toISOString()}::timestamptz, ${principal.userId},
        ${counts.added}, ${counts.changed}, 0)`);
  }
  const reason = sql`incoming.reason`;
  await addRevisions(tx, principal, incoming, { at: now, reason, batchId, collectionId: null });
  await settleFigures(tx, work.principal, chosen, now);
  await removeClearedRanks(work, ids);
  await writeStatedRanks(work, ids);
}

/** Refuses two figures of one key and vintage, or beside a withdrawal: one would replace what nobody has looked at. */
function refuseTwice(rows: readonly ChosenRow[]): void {
  const about = rows.filter(({ kind, value }) => kind === 'withdraw' || value !== null);
  const figureOf = (row: ChosenRow) => [row.indicatorCode, row.periodCode, row.orgUnitCode].join(' ');
  const ends = new Set(about.filter(({ kind }) => kind === 'withdraw').map(figureOf));
  const keys = about.map((row) => (ends.has(figureOf(row)) ? figureOf(row) : `${figureOf(row)} ${row.vintage}`));
  if (new Set(keys).size < keys.length) throw new Refusal('conflict', 'cited.refused.twice');
}

async function refuseMoved({ tx }: Work, chosen: SQL): Promise<void> {
  const moved = await tx.execute<{ name: string; total: number }>(sql`
    select concat(i.name_zh, ' ', u.name_zh, ' ', chosen.period_code) as name, (count(*) over ())::int as total
    from ${chosen} chosen
    join indicator i on i.code = chosen.indicator_code
    join org_unit u on u.code = chosen.org_unit_code
    left join ${shownRevision('chosen', 'shown')} on true
    where (chosen.kind = 'withdraw' or chosen.value is not null) and chosen.replaces is distinct from shown.revision
    order by 1 limit ${mostNamed}`);
  const [first] = moved;
  if (!first) return;
  throw new Refusal('conflict', 'cited.refused.moved', {
    count: first.total,
    names: moved.map(({ name }) => name).join('；'),
  });
}

/** Takes away the ranks of sets in which the documents state none any more. */
async function removeClearedRanks({ tx }: Work, ids: SQL): Promise<void> {
  await tx.execute(sql`
    delete from published_rank r using cited_figure c
    where c.id = any(${ids}) and c.kind = 'record' and c.cleared_scope <> '' and r.scope_zh = c.cleared_scope
      and (r.indicator_code, r.period_code, r.org_unit_code) = (c.indicator_code, c.period_code, c.org_unit_code)`);
}

/** Writes the ranks that the documents state; one of the same set replaces that before. */
async function writeStatedRanks({ tx }: Work, ids: SQL): Promise<void> {
  await tx.execute(sql`
    insert into published_rank (indicator_code, org_unit_code, period_code, scope_zh, scope_en, rank, qualifier,
      peer_group_code, source_code, locator, quote, note)
    select distinct on (indicator_code, period_code, org_unit_code, rank_scope_zh) indicator_code, org_unit_code,
      period_code, rank_scope_zh, rank_scope_en, rank, 'exact', rank_group_code, source_code, locator, quote, note
    from cited_figure where id = any(${ids}) and kind = 'record' and rank is not null
    order by indicator_code, period_code, org_unit_code, rank_scope_zh, recorded_at desc
    on conflict (indicator_code, period_code, org_unit_code, scope_zh) do update set
      scope_en = excluded.scope_en, rank = excluded.rank, qualifier = excluded.qualifier,
      peer_group_code = excluded.peer_group_code, source_code = excluded.source_code, locator = excluded.locator,
      quote = excluded.quote, note = excluded.note`);
}
