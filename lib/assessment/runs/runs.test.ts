import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { run, runScore } from '@/db/schema/assessment';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { acknowledgedWords } from '@/lib/assessment/rankings/acknowledged-words';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { discardRun } from '@/lib/assessment/runs/discard-run';
import { runDetail, runList, waitingRuns } from '@/lib/assessment/runs/listing/queries';
import { mayTakeNextStep } from '@/lib/assessment/runs/next-person';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
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
const { database, sql } = await testDatabase();
const now = new Date('2026-02-10T09:00:00+08:00');
const asked = { schemeCode: 'S', number: 1, periodCode: '2025', deadlinePassed: true };

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, principal: Principal = firstOffice) =>
  perform(command, principal, input, { now, database });
const refusalFor = (...given: Parameters<typeof give>) => refusalOf(give(...given));
const row = async (id: string) => (await database.select().from(run).where(eq(run.id, id)))[0];
const scores = (id: string) =>
  database.select().from(runScore).where(eq(runScore.runId, id)).orderBy(runScore.position);

async function lastEvent() {
  const events = await database.select().from(auditEvent).orderBy(auditEvent.seq);
  const last = events.at(-1);
  return { command: last?.command, actor: last?.actor, changes: JSON.parse(last?.changes ?? '[]') };
}

beforeAll(async () => {
  for (const period of ['2024', '2025']) await inventedFigures(database, { period });
  await storedScheme(database, inventedDocument());
});

test('no other role computes, discards, approves or publishes', async () => {
  const trial = await inventedRun(database, { state: 'trial' });
  const inputs: [Parameters<typeof give>[0], unknown][] = [
    [computeRun, asked],
    [discardRun, { id: trial, version: 1 }],
    [approveRun, { id: trial, version: 1 }],
    [publishRun, { id: trial, version: 1 }],
  ];
  for (const [command, input] of inputs) {
    for (const role of accountRoles.filter((one) => one !== 'assessmentOffice')) {
      expect(await refusalFor(command, input, someone(role, role)), `${command.name} ${role}`).toBe(
        'forbidden command',
      );
    }
  }
  expect(await row(trial)).toMatchObject({ state: 'trial', version: 1 });
});

describe('computing', () => {
  test('stores the result with its inputs, and one event describes it', async () => {
    const id = await give(computeRun, { ...asked, note: '第一次试算' });
    const stored = await row(id);
    expect(stored).toMatchObject({ state: 'trial', units: 5, ranked: 5, items: 4, version: 1, note: '第一次试算' });
    expect(stored?.terms).toMatchObject({ deadlinePassed: true, entries: [] });
    const rows = await scores(id);
    expect(rows.map(({ rank, orgUnitCode }) => `${rank} ${orgUnitCode}`)).toEqual([
      '1 U1',
      '2 U2',
      '3 U3',
      '4 U4',
      '5 U5',
    ]);
    expect(rows[0]?.figures).toHaveLength(4);
    expect(rows[0]?.figures[0]).toMatchObject({
      indicator: 'M1',
      period: '2025',
      revision: 1,
      source: 'INV',
      decimals: 1,
    });
    expect(await lastEvent()).toMatchObject({
      command: 'run.compute',
      actor: firstOffice.userId,
      changes: [{ subject: `run/${id}`, before: null, after: { sha256: stored?.sha256, units: 5, period: '2025' } }],
    });
  });

  test('gives the same fingerprint for the same inputs, another one for others', async () => {
    const [a, b, c] = [
      await give(computeRun, asked),
      await give(computeRun, asked),
      await give(computeRun, { ...asked, deadlinePassed: false }),
    ];
    expect((await row(a))?.sha256).toBe((await row(b))?.sha256);
    expect((await row(a))?.sha256).not.toBe((await row(c))?.sha256);
  });

  test('is refused where a scheme cannot be computed', async () => {
    await storedScheme(database, inventedDocument(5), { code: 'UNKNOWN' });
    await storedScheme(database, inventedDocument(4, { peerGroup: 'G' }), { code: 'LATER' });
    expect(await refusalFor(computeRun, { ...asked, schemeCode: 'NONE' })).toBe('notFound runs.refused.noVersion');
    expect(await refusalFor(computeRun, { ...asked, number: 9 })).toBe('notFound runs.refused.noVersion');
    expect(await refusalFor(computeRun, { ...asked, periodCode: '2025-M13' })).toBe('invalid input');
    expect(await refusalFor(computeRun, { ...asked, periodCode: 'undated' })).toBe('invalid input');
    expect(await refusalFor(computeRun, { ...asked, schemeCode: 'UNKNOWN' })).toBe(
      'invalid runs.refused.unknownIndicators',
    );
    expect(await refusalFor(computeRun, { ...asked, periodCode: '1999' })).toBe('invalid runs.refused.noUnits');
    expect(await refusalFor(computeRun, { ...asked, periodCode: '2020' })).toBe('invalid runs.refused.nothingToScore');
  });

  test('keeps the name of the sequence, and shows its present one where none was stored', async () => {
    const [kept, old] = [await give(computeRun, asked), await give(computeRun, asked)];
    // As a run from before the name was stored, which triggers keep from being written.
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update run set terms = terms - 'group' where id = ${old}`;
    });
    await sql`update peer_group set name_zh = '改名后的序列' where code = 'G'`;
    const nameOf = async (id: string) => (await resultRun(firstOffice, id))?.group.nameZh;
    expect([await nameOf(kept), await nameOf(old)]).toEqual(['演示序列', '改名后的序列']);
    expect((await runDetail(firstOffice, kept))?.group.nameZh).toBe('演示序列');
    await sql`update peer_group set name_zh = '演示序列' where code = 'G'`;
  });

  test('stores the ranks of the last published run of an earlier period of the same kind', async () => {
    const before = await inventedRun(database, { period: '2024', now });
    const id = await give(computeRun, asked);
    expect((await row(id))?.previousRunId).toBe(before);
    expect((await scores(id)).map(({ previousRank }) => previousRank)).toEqual(
      (await scores(before)).map(({ rank }) => rank),
    );
  });
});

describe('approving and publishing', () => {
  test('each needs another person, and the version that was read', async () => {
    const id = await give(computeRun, asked);
    expect(await refusalFor(publishRun, { id, version: 1 }, secondOffice)).toBe('conflict runs.refused.moved');
    expect(await refusalFor(approveRun, { id, version: 1 })).toBe('forbidden runs.refused.ownComputation');
    expect(await refusalFor(approveRun, { id, version: 2 }, secondOffice)).toBe('conflict runs.refused.moved');
    await give(approveRun, { id, version: 1 }, secondOffice);
    expect(await lastEvent()).toMatchObject({ command: 'run.approve', changes: [{ before: { state: 'trial' } }] });
    expect(await refusalFor(approveRun, { id, version: 1 }, secondOffice)).toBe('conflict runs.refused.moved');
    expect(await refusalFor(publishRun, { id, version: 2 }, secondOffice)).toBe('forbidden runs.refused.ownApproval');
    await give(publishRun, { id, version: 2 });
    expect(await row(id)).toMatchObject({ state: 'published', version: 3, publishedBy: firstOffice.userId });
    expect(await lastEvent()).toMatchObject({ command: 'run.publish', actor: firstOffice.userId });
    expect(await refusalFor(discardRun, { id, version: 3 })).toBe('conflict runs.refused.moved');
  });

  test('supersedes the published run, in one event', async () => {
    const [first, second] = [await inventedRun(database, { now }), await inventedRun(database, { now })];
    expect([(await row(first))?.state, (await row(second))?.state]).toEqual(['superseded', 'published']);
    const { changes } = await lastEvent();
    expect(changes.map((one: { subject: string }) => one.subject)).toEqual([`run/${second}`, `run/${first}`]);
  });

  test('waits for another person than the one who took the step before', async () => {
    const id = await give(computeRun, asked);
    const waits = async (who: Principal) =>
      (await waitingRuns(who)).some((one) => one.id === id && mayTakeNextStep(one, who.userId));
    expect([await waits(firstOffice), await waits(secondOffice)]).toEqual([false, true]);
    await give(approveRun, { id, version: 1 }, secondOffice);
    expect([await waits(firstOffice), await waits(secondOffice)]).toEqual([true, false]);
    await give(discardRun, { id, version: 2 });
  });

  test('by many at once succeeds once, and the others get a conflict', async () => {
    const id = await give(computeRun, asked);
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => refusalFor(approveRun, { id, version: 1 }, someone(`office-${n + 2}`))),
    );
    expect(all.filter((one) => one === null)).toHaveLength(1);
    expect(new Set(all.filter((one) => one !== null))).toEqual(new Set(['conflict runs.refused.moved']));
    const ids = await Promise.all(Array.from({ length: 4 }, () => inventedRun(database, { state: 'approved' })));
    expect(await Promise.all(ids.map((one) => refusalFor(publishRun, { id: one, version: 2 })))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const [published] =
      await sql`select count(*)::int as n from run where state = 'published' and period_code = '2025'`;
    expect(published?.n).toBe(1);
  });

  test('is refused for a run of a draft, which stays a trial', async () => {
    await storedScheme(database, inventedDocument(2), { number: 2, state: 'draft' });
    const id = await give(computeRun, { ...asked, number: 2 });
    expect(await refusalFor(approveRun, { id, version: 1 }, secondOffice)).toBe('conflict runs.refused.versionIsDraft');
    expect((await waitingRuns(secondOffice)).map((one) => one.id)).not.toContain(id);
  });

  test('is refused while figures are awaited, with their units and items', async () => {
    await storedScheme(database, inventedDocument(), { code: 'AWAIT' });
    await inventedFigures(database, { period: '2023' });
    await sql`alter table observation_revision disable trigger user`;
    await sql`delete from observation_revision where period_code = '2023' and org_unit_code = 'U3' and indicator_code = 'M2'`;
    await sql`delete from observation where period_code = '2023' and org_unit_code = 'U3' and indicator_code = 'M2'`;
    await sql`alter table observation_revision enable trigger user`;
    const id = await give(computeRun, { ...asked, schemeCode: 'AWAIT', periodCode: '2023', deadlinePassed: false });
    const fault = await give(approveRun, { id, version: 1 }, secondOffice).catch((error: unknown) => error);
    expect(fault).toMatchObject({
      key: 'runs.refused.awaitsFigures',
      details: { count: 1, names: '演示3区', items: '演示指标2' },
    });
    const { open } = (await runDetail(secondOffice, id)) ?? {};
    expect(open?.provisional).toMatchObject({ units: 1, names: ['演示3区'] });
    // What is awaited is listed by unit and item, and is no gap that a step could take note of.
    expect(open?.lacking).toEqual([
      { kind: 'awaited', count: 1, units: [{ unit: expect.objectContaining({ code: 'U3' }), items: [1] }] },
    ]);
    expect(open?.gaps).toEqual([]);
  });

  test('needs both steps to take note of every kind of gap, with a reason and the count that was shown', async () => {
    await storedScheme(database, inventedDocument(3, { missing: 'rebase', noTarget: 'leaveOut' }), { code: 'GAPS' });
    await inventedFigures(database, { period: '2021' });
    await sql`alter table observation_revision disable trigger user`;
    await sql`delete from observation_revision where period_code = '2021' and org_unit_code in ('U2', 'U3') and indicator_code = 'M2'`;
    await sql`delete from observation where period_code = '2021' and org_unit_code in ('U2', 'U3') and indicator_code = 'M2'`;
    await sql`alter table observation_revision enable trigger user`;
    const id = await give(computeRun, { ...asked, schemeCode: 'GAPS', periodCode: '2021' });
    const gaps = (await runDetail(secondOffice, id))?.open.gaps ?? [];
    expect(
      gaps.map(({ kind, count, units }) => [kind, count, units.map(({ unit, items }) => [unit.code, items])]),
    ).toEqual([
      [
        'figure',
        2,
        [
          ['U2', [1]],
          ['U3', [1]],
        ],
      ],
    ]);
    const noted = (count: number, reason: string) => ({ acknowledged: [{ kind: 'figure' as const, count, reason }] });
    for (const wrong of [
      {},
      noted(2, '略'),
      noted(2, '   \u3000 '),
      noted(1, '两区尚未建账'),
      noted(3, '两区尚未建账'),
    ]) {
      expect(await refusalFor(approveRun, { id, version: 1, ...wrong }, secondOffice)).toBe(
        'conflict runs.refused.gaps.figure',
      );
    }
    await give(approveRun, { id, version: 1, ...noted(2, '两区尚未建账') }, secondOffice);
    expect(await lastEvent()).toMatchObject({
      changes: [{ after: { acknowledged: [{ step: 'approve', kind: 'figure', count: 2, reason: '两区尚未建账' }] } }],
    });
    expect(await refusalFor(publishRun, { id, version: 2 })).toBe('conflict runs.refused.gaps.figure');
    await give(publishRun, { id, version: 2, ...noted(2, '按方案分摊权重') });
    const published = await resultRun(secondOffice, id);
    expect(acknowledgedWords(published?.acknowledged ?? [], 'zh-CN')).toEqual([
      '审定时确认：缺数据 2 处。理由：两区尚未建账',
      '发布时确认：缺数据 2 处。理由：按方案分摊权重',
    ]);
    await expect(sql`update run set acknowledged = '[]' where id = ${id}`).rejects.toThrow(/stays as it is/);
  });

  test('needs a confirmation of figures that are bounds', async () => {
    await inventedFigures(database, { period: '2022' });
    await sql`update observation set qualifier = 'at_least' where period_code = '2022' and org_unit_code = 'U2' and indicator_code = 'M1'`;
    const id = await inventedRun(database, { period: '2022', state: 'approved', now });
    expect(await refusalFor(publishRun, { id, version: 2 })).toBe('conflict runs.refused.bounds');
    await give(publishRun, { id, version: 2, boundsConfirmed: true });
    expect(await lastEvent()).toMatchObject({ changes: [{ after: { state: 'published', boundsConfirmed: true } }] });
  });
});

test('a trial and an approved run are deleted with their scores', async () => {
  for (const state of ['trial', 'approved'] as const) {
    const id = await inventedRun(database, { state });
    const version = state === 'trial' ? 1 : 2;
    expect(await refusalFor(discardRun, { id, version: version + 1 })).toBe('conflict runs.refused.moved');
    await give(discardRun, { id, version });
    expect([await row(id), await scores(id)]).toEqual([undefined, []]);
    expect(await lastEvent()).toMatchObject({ command: 'run.discard', changes: [{ before: { state }, after: null }] });
    expect(await refusalFor(discardRun, { id, version })).toBe('notFound runs.refused.noRun');
  }
});

test('lists and pages of runs are for those who make, approve and audit them', async () => {
  const { runs, total } = await runList(firstOffice, { state: 'published', page: 1 });
  expect(runs.map(({ periodCode }) => periodCode).sort()).toEqual(['2021', '2022', '2024', '2025']);
  expect(total).toBe(4);
  const id = runs[0]?.id ?? '';
  expect(await runDetail(someone('l', 'leader'), id)).toMatchObject({
    figures: 20,
    targets: 0,
    open: { lacking: [] },
  });
  for (const role of ['reporter', 'unitReviewer', 'departmentReviewer', 'administrator'] as const) {
    expect(await runDetail(someone(role, role), id), role).toBeNull();
    expect((await runList(someone(role, role), { page: 1 })).total, role).toBe(0);
  }
});
