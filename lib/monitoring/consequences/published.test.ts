import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import {
  firstOffice,
  inventedDocument,
  inventedFigures,
  inventedRun,
  secondOffice,
  storedScheme,
} from '@/lib/testing/invented-run';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-03-10T09:00:00+08:00');

beforeAll(async () => {
  await inventedFigures(database);
  await storedScheme(database, inventedDocument());
  await sql`insert into consequence_rule (code, number, name_zh, name_en, peer_group_code, condition, measure, valid_from, state,
      edited_by, edited_at, adopted_at)
    values ('C1', 1, '末两位约谈', 'Last two', 'G', '{"kind": "lastPlaces", "scheme": "S", "places": 2, "times": 1, "of": 1}', 'talk',
      '2025-01-01', 'held', 't', now(), now())`;
});

test('the publication of a run proposes in its own transaction, once for its period, and a refused one nothing', async () => {
  const id = await inventedRun(database, { state: 'approved', now });
  expect(await refusalOf(perform(publishRun, secondOffice, { id, version: 2 }, { now, database }))).toBe(
    'forbidden runs.refused.ownApproval',
  );
  expect(await sql`select from consequence`).toEqual([]);
  await perform(publishRun, firstOffice, { id, version: 2 }, { now, database });
  const rows =
    await sql`select c.org_unit_code as unit, c.met, c.state, s.rank = (c.basis -> 'runs' -> 0 ->> 'place')::float8 as same
    from consequence c join run_score s on s.run_id = ${id} and s.org_unit_code = c.org_unit_code order by s.rank`;
  // The invented figures fall from the first unit to the last of five.
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['U4', '2025', 'proposed', true],
    ['U5', '2025', 'proposed', true],
  ]);
  const [event] = await sql`select changes from audit_event where command = 'run.publish' order by seq desc limit 1`;
  expect(JSON.parse(event?.changes).at(-1)).toEqual({
    ...{ subject: 'consequenceRules/C1', before: null, after: { number: 1, newlyProposed: 2 } },
  });
  await inventedRun(database, { now: new Date(now.getTime() + 1000) });
  expect(await sql`select from consequence`).toHaveLength(2);
});
