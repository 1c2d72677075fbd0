import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { changeTarget } from '@/lib/monitoring/targets/change-target';
import { confirmChange } from '@/lib/monitoring/targets/confirm-change';
import { issueTargets } from '@/lib/monitoring/targets/issue-targets';
import { saveTargets } from '@/lib/monitoring/targets/save-targets';
import { checkSettings } from '@/lib/testing/accounts';
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
const now = new Date('2026-02-10T09:00:00+08:00');
const give = { now, database };
const year = 2025;

test('a published run never changes by a changed target, and the next run reads it', async () => {
  await inventedFigures(database, { period: '2025' });
  const document = inventedDocument();
  const completion = {
    ...{ kind: 'completion' as const, target: { from: 'base' as const } },
    ...{ formula: 'ratio' as const, floor: 0, cap: 100, startShare: 80, perUnit: 10 },
  };
  const parts = document.root.parts.map((block) =>
    block.kind === 'block'
      ? {
          ...block,
          parts: block.parts.map((item) =>
            item.kind === 'item' && item.key === 'm1' ? { ...item, method: completion } : item,
          ),
        }
      : block,
  );
  await storedScheme(database, inventedDocument(4, { root: { ...document.root, parts } } as never));
  const places = ['U1', 'U2', 'U3', 'U4', 'U5'].map((unit) => ({ unit, indicator: 'M1' }));
  const cells = places.map((place) => ({ ...place, version: 0, base: '95', stretch: '' }));
  await perform(saveTargets, firstOffice, { year, cells }, give);
  const drafts = places.map((place) => ({ ...place, version: 1 }));
  await perform(issueTargets, secondOffice, { year, note: '演示文件', plan: null, drafts }, give);
  const id = await inventedRun(database, { now });
  const kept = async () =>
    JSON.stringify([
      await sql`select * from run where id = ${id}`,
      await sql`select * from run_score where run_id = ${id} order by position`,
    ]);
  const before = await kept();
  expect(before).toContain('"base":"95"');
  const key = { unit: 'U2', indicator: 'M1', year };
  const change = { ...key, version: 1, base: '60', stretch: '', note: '演示文件二', reason: '年中政策调整' };
  await perform(changeTarget, firstOffice, change, give);
  await perform(confirmChange, secondOffice, { ...key, version: 1, decision: 'confirm' }, give);
  expect(await kept()).toBe(before);
  const next = await inventedRun(database, { now, state: 'trial' });
  const [row] = await sql`select targets from run_score where run_id = ${next} and org_unit_code = 'U2'`;
  expect(JSON.stringify(row?.targets)).toContain('60');
});
