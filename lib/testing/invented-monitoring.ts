import type { Sql } from '@/db/client';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';

/**
 * Lamps, follow-ups and tasks of the units and indicators of `inventedFigures`: lamps of two months of three units, one told and
 * then revised, one set by hand, one that can be judged no more; follow-ups in every kind of state, one assisted; tasks, one late.
 */
export async function inventedMonitoring(sql: Sql): Promise<void> {
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules, valid_from,
      state, edited_by, edited_at, adopted_at)
    values ('R', 1, '序时进度', 'G', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2025-12-01', 'held',
      't', now(), now())`;
  const behind = '{"gapPoints":-12,"actual":30,"expected":42,"target":100}';
  const lamps: [string, string, number, number, string | null, string | null, string | null, string][] = [
    ['U1', 'M1', 3, 1, 'red', '2026-04-02T00:00:00Z', null, behind],
    ['U1', 'M1', 3, 2, 'yellow', null, null, '{"gapPoints":-6}'],
    ['U1', 'M1', 4, 1, 'yellow', null, null, '{"gapPoints":-6}'],
    ['U1', 'M2', 4, 1, 'green', null, 'office-1', '{}'],
    ['U2', 'M1', 3, 1, 'green', null, null, '{"gapPoints":3}'],
    ['U2', 'M1', 4, 1, null, null, null, '{}'],
    ['U3', 'M1', 4, 1, 'red', null, null, behind],
  ];
  for (const [unit, indicator, month, version, colour, told, by, facts] of lamps)
    await sql`insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour,
        judged, red_in_row, red_in_year, facts, set_by, set_reason, made_at, told_at)
      values (${unit}, ${indicator}, 2026, ${month}, ${version}, 'R', 1, ${colour}, ${colour}, 0, 0, ${facts}::text::jsonb, ${by},
        ${by === null ? '' : '人工评判'}, now(), ${told})`;
  const followUps = [
    ['2026-1', 'raised', 'U1', '[]'],
    ['2026-2', 'working', 'U1', '[]'],
    ['2026-3', 'closed', 'U2', '["U1"]'],
    ['2026-10', 'assigned', 'U2', '["U3"]'],
    ['2026-11', 'dropped', 'U1', '[]'],
  ] as const;
  for (const [id, state, unit, assisting] of followUps)
    await sql`insert into follow_up (id, title, matter, org_unit_code, assisting, due_on, origin, state, version, updated_by, updated_at)
      values (${id}, ${`督办${id}`}, '请整改', ${unit}, ${assisting}::text::jsonb, '2026-01-31', '{"kind":"hand","note":""}', ${state},
        1, 't', now())`;
  for (const [id, unit, state] of [
    ['t1', 'U1', 'underWay'],
    ['t2', 'U1', 'withdrawn'],
    ['t3', 'U2', 'done'],
  ] as const)
    await sql`insert into unit_task (id, org_unit_code, year, title, goal, due_on, indicator_code, state, updated_by, updated_at)
      values (${id}, ${unit}, 2026, ${`任务${id}`}, '完成', '2026-02-28', 'M1', ${state}, 't', now())`;
}
