import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { unitResult } from '@/lib/assessment/rankings/card/queries';
import { withRunNotes } from '@/lib/assessment/rankings/said-when-read';
import { withTargetNotes } from '@/lib/assessment/rankings/target-notes';
import { runDetail } from '@/lib/assessment/runs/listing/queries';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { answerTargets } from '@/lib/monitoring/targets/answer-target';
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
  someone,
  storedScheme,
} from '@/lib/testing/invented-run';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-02-10T09:00:00+08:00');
const give = { now, database };
const year = 2025;

const answer = (code: string, more: object = {}, at = now) =>
  perform(
    answerTargets,
    { ...someone(`of-${code}`, 'unitReviewer'), unitCode: code },
    { year, targets: [{ unit: code, indicator: 'M1', version: 1 }], answer: 'confirmed', reason: '', ...more },
    { now: at, database },
  );

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
  await answer('U1');
  await answer('U3', { answer: 'disputed', reason: '口径不同' });
  const trial = await inventedRun(database, { now, state: 'trial' });
  expect((await runDetail(firstOffice, trial))?.open.lacking).toMatchObject([
    { kind: 'disputedTarget', count: 1, units: [{ unit: { code: 'U3' }, items: [0] }] },
    {
      kind: 'openTarget',
      count: 3,
      units: [{ unit: { code: 'U2' } }, { unit: { code: 'U4' } }, { unit: { code: 'U5' } }],
    },
  ]);
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
  const marksOf = async (run: string, code: string) => (await unitResult(firstOffice, run, code))?.items[0]?.notes;
  expect(await marksOf(id, 'U1')).toBeUndefined();
  await answer('U4', { answer: 'disputed', reason: '发布以后才提出' }, new Date('2026-02-11T09:00:00+08:00'));
  expect(await Promise.all(['U3', 'U4'].map((code) => marksOf(id, code)))).toEqual([
    [{ kind: 'disputedTarget' }],
    [{ kind: 'openTarget' }],
  ]);
  expect(await marksOf(trial, 'U4')).toEqual([{ kind: 'disputedTarget' }]);
  const next = await inventedRun(database, { now, state: 'trial' });
  const [row] = await sql`select targets from run_score where run_id = ${next} and org_unit_code = 'U2'`;
  expect(JSON.stringify(row?.targets)).toContain('60');
  const scheme = Scheme.parse(inventedDocument(4, { root: { ...document.root, parts } } as never));
  const score = { state: 'scored' as const, value: 1, transformed: 1, share: 1, points: 1 };
  const targets = [{ indicator: 'M1', base: '95', stretch: null }];
  expect(withTargetNotes({ scheme, periodCode: '2025-YTD10' }, [score, score], { targets, answers: {} })).toEqual([
    { ...score, notes: [{ kind: 'yearTarget' }] },
    score,
  ]);
  const notesIn = (periodCode: string) => withRunNotes([], { scheme, periodCode, across: [] });
  expect(notesIn('2025-YTD10')).toEqual([{ kind: 'yearTargets', values: { count: 1 } }]);
  expect(notesIn('2025')).toEqual([]);
});
