import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { adjustment } from '@/db/schema/assessment';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { advanceAdjustment } from '@/lib/assessment/ledger/advance-adjustment';
import { entryForm, ledgerFilters, ledgerList, nodeNames, waitingEntries } from '@/lib/assessment/ledger/queries';
import { recordAdjustment } from '@/lib/assessment/ledger/record-adjustment';
import { revokeAdjustment } from '@/lib/assessment/ledger/revoke-adjustment';
import { checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';
import {
  firstOffice,
  inventedDocument,
  inventedFigures,
  secondOffice,
  someone,
  storedScheme,
} from '@/lib/testing/invented-run';

checkSettings();
const { database } = await testDatabase();
const now = new Date('2026-02-10T09:00:00+08:00');
const entry = {
  ...{ schemeCode: 'S', periodCode: '2025', unitCode: 'U2', kind: 'deduction', node: 'economy', rule: '' },
  ...{ points: '0.5', article: '第九条', reason: '数据迟报两次', evidence: '统计通报第 3 号', incident: '' },
  ...{ happenedOn: '2025-06-30', state: 'proposed' },
};
const veto = { ...entry, kind: 'veto', node: '', rule: 'accident', points: '' };

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, principal: Principal = firstOffice) =>
  perform(command, principal, input, { now, database });
const refusalFor = (...given: Parameters<typeof give>) => refusalOf(give(...given));
const row = async (id: string) => (await database.select().from(adjustment).where(eq(adjustment.id, id)))[0];

async function lastEvent() {
  const events = await database.select().from(auditEvent).orderBy(auditEvent.seq);
  const last = events.at(-1);
  return { command: last?.command, actor: last?.actor, changes: JSON.parse(last?.changes ?? '[]') };
}

beforeAll(async () => {
  await fictionalUnits(database);
  await inventedFigures(database);
  const plain = inventedDocument();
  const expert = {
    ...{ kind: 'item' as const, key: 'opinion', nameZh: '群众评议', nameEn: 'Opinion', weight: 10, indicator: null },
    ...{
      direction: null,
      periodRule: 'asRun' as const,
      transforms: [],
      method: { kind: 'expert' as const, trim: 0, outOf: 100 },
    },
    ...{ missing: null, notApplicable: null, adjustmentCap: null, article: '' },
  };
  await storedScheme(
    database,
    inventedDocument(4, {
      root: { ...plain.root, parts: [...plain.root.parts, expert] },
      vetoes: [
        ...[
          {
            key: 'accident',
            nameZh: '重大事故',
            nameEn: 'Accident',
            article: '',
            effect: { kind: 'ineligible' as const },
          },
        ],
      ],
    }),
  );
});

test('no other role records, advances or revokes', async () => {
  const id = await give(recordAdjustment, entry);
  const inputs: [Parameters<typeof give>[0], unknown][] = [
    [recordAdjustment, entry],
    [advanceAdjustment, { id, version: 1, to: 'reviewed' }],
    [revokeAdjustment, { id, version: 1, reason: '重复' }],
  ];
  for (const [command, input] of inputs) {
    for (const role of accountRoles.filter((one) => one !== 'assessmentOffice')) {
      expect(await refusalFor(command, input, someone(role, role)), `${command.name} ${role}`).toBe(
        'forbidden command',
      );
    }
  }
});

describe('to record', () => {
  test('keeps the entry as typed, and one event describes it', async () => {
    const id = await give(recordAdjustment, entry);
    expect(await row(id)).toMatchObject({ orgUnitCode: 'U2', points: '0.5', state: 'proposed', version: 1 });
    expect(await lastEvent()).toMatchObject({
      command: 'adjustment.record',
      actor: firstOffice.userId,
      changes: [{ subject: `adjustment/${id}`, before: null, after: { kind: 'deduction', points: '0.5' } }],
    });
  });

  test.each([
    ['a bonus to the total', { kind: 'bonus', node: '' }, null],
    ['a veto of the scheme', veto, null],
    ['a score by hand, be it zero', { kind: 'score', node: 'opinion', points: '0' }, null],
    ['an item that does not apply', { kind: 'notApplicable', node: 'm1', points: '' }, null],
    ['the most points', { points: '100000' }, null],
    ['no date', { happenedOn: '' }, null],
    ['a year to date in its own notation', { periodCode: '2025年1—10月' }, null],
    ['an unknown scheme', { schemeCode: 'NONE' }, 'notFound ledger.refused.noScheme'],
    ['an unknown node', { node: 'nothing' }, 'invalid ledger.refused.noNode'],
    ['an unknown rule', { ...veto, rule: 'nothing' }, 'invalid ledger.refused.noRule'],
    ['a rule with a deduction', { rule: 'accident' }, 'invalid ledger.refused.ruleOfNoVeto'],
    ['a deduction of nothing', { points: '0.0' }, 'invalid ledger.refused.noPoints'],
    ['a deduction without points', { points: '' }, 'invalid ledger.refused.noPoints'],
    ['points of what does not apply', { kind: 'notApplicable', node: 'm1' }, 'invalid ledger.refused.pointsOfNone'],
    ['a block that does not apply', { kind: 'notApplicable', points: '' }, 'invalid ledger.refused.noNode'],
    ['a score for an indicator', { kind: 'score', node: 'm1' }, 'invalid ledger.refused.notScoredByHand'],
    ['a unit outside the group', { unitCode: 'JIA' }, 'invalid ledger.refused.notInGroup'],
    ['an unknown unit', { unitCode: 'NOBODY' }, 'invalid ledger.refused.notInGroup'],
    ['a group of another time', { periodCode: '1999' }, 'invalid ledger.refused.notInGroup'],
    ['too many points', { points: '100001' }, 'invalid input'],
    ['points below zero', { points: '-1' }, 'invalid input'],
    ['points in words', { points: '1e3' }, 'invalid input'],
    ['no reason', { reason: ' ' }, 'invalid input'],
    ['no evidence', { evidence: '' }, 'invalid input'],
    ['no such period', { periodCode: '2025-Q5' }, 'invalid input'],
    ['a period that may be meant either way', { periodCode: '2025.1' }, 'invalid input'],
    ['no such day', { happenedOn: '2025-02-30' }, 'invalid input'],
    ['a day of no calendar', { happenedOn: '0000-01-01' }, 'invalid input'],
    ['confirmed from the start', { state: 'confirmed' }, 'invalid input'],
    ['another’s name', { recordedBy: 'somebody' }, 'invalid input'],
  ])('%s', async (_what, part, refusal) => {
    expect(await refusalFor(recordAdjustment, { ...entry, ...part })).toBe(refusal);
  });
});

describe('from provisional to confirmed', () => {
  test('goes a step at a time, and its recorder neither checks nor confirms it', async () => {
    const id = await give(recordAdjustment, { ...entry, state: 'provisional' });
    const step = (to: string, version: number, who = firstOffice) =>
      refusalFor(advanceAdjustment, { id, version, to }, who);
    expect(await step('confirmed', 1, secondOffice)).toBe('conflict ledger.refused.notTheNextState');
    expect(await step('proposed', 2)).toBe('conflict movedByYou');
    expect(await step('proposed', 2, secondOffice)).toBe('conflict ledger.refused.moved');
    expect(await step('proposed', 1)).toBeNull();
    expect(await step('reviewed', 2)).toBe('forbidden ledger.refused.ownEntry');
    expect(await step('reviewed', 2, secondOffice)).toBeNull();
    expect(await step('confirmed', 3)).toBe('forbidden ledger.refused.ownEntry');
    expect(await step('confirmed', 3, secondOffice)).toBeNull();
    expect(await lastEvent()).toMatchObject({
      command: 'adjustment.advance',
      actor: secondOffice.userId,
      changes: [{ subject: `adjustment/${id}`, before: { state: 'reviewed' }, after: { state: 'confirmed' } }],
    });
    expect(await step('confirmed', 4, secondOffice)).toBe('conflict ledger.refused.notTheNextState');
    expect(await row(id)).toMatchObject({ state: 'confirmed', version: 4, updatedBy: secondOffice.userId });
  });

  test('by many at once succeeds once', async () => {
    const id = await give(recordAdjustment, entry);
    const all = await Promise.all(
      Array.from({ length: 10 }, () => refusalFor(advanceAdjustment, { id, version: 1, to: 'reviewed' }, secondOffice)),
    );
    expect(all.filter((one) => one === null)).toHaveLength(1);
    expect(new Set(all.filter((one) => one !== null))).toEqual(new Set(['conflict movedByYou']));
  });
});

test('an entry waits for those who may take its next step: to be checked or confirmed, for another person than its recorder', async () => {
  const waitsFor = async (who: Principal) => {
    const { entries, counts, own } = await waitingEntries(who);
    return { ids: entries.map((one) => one.id), counts, own };
  };
  const before = { first: await waitsFor(firstOffice), second: await waitsFor(secondOffice) };
  const id = await give(recordAdjustment, entry);
  const proposed = { first: await waitsFor(firstOffice), second: await waitsFor(secondOffice) };
  expect(proposed.first.ids).not.toContain(id);
  expect([proposed.first.own, proposed.first.counts]).toEqual([before.first.own + 1, before.first.counts]);
  expect(proposed.second.ids).toContain(id);
  await give(advanceAdjustment, { id, version: 1, to: 'reviewed' }, secondOffice);
  const after = { first: await waitsFor(firstOffice), second: await waitsFor(secondOffice) };
  expect(after.first.ids).not.toContain(id);
  expect([after.first.own, after.first.counts.reviewed]).toEqual([before.first.own + 1, before.first.counts.reviewed]);
  expect(after.second.ids).toContain(id);
  expect(after.second.counts.reviewed).toBe(before.second.counts.reviewed + 1);
  await give(advanceAdjustment, { id, version: 2, to: 'confirmed' }, secondOffice);
  expect((await waitsFor(secondOffice)).ids).not.toContain(id);
  const auditor = await waitingEntries(someone('a', 'auditor'));
  expect(auditor).toEqual({ entries: [], counts: { provisional: 0, proposed: 0, reviewed: 0 }, own: 0 });
});

test('an entry is revoked from any state, for a reason, once', async () => {
  const id = await give(recordAdjustment, entry);
  expect(await refusalFor(revokeAdjustment, { id, version: 1, reason: '' })).toBe('invalid input');
  expect(await refusalFor(revokeAdjustment, { id, version: 2, reason: '重复登记' })).toBe('conflict movedByYou');
  await give(revokeAdjustment, { id, version: 1, reason: '重复登记' });
  expect(await row(id)).toMatchObject({ state: 'revoked', revokedReason: '重复登记', reason: entry.reason });
  expect(await lastEvent()).toMatchObject({
    command: 'adjustment.revoke',
    changes: [{ before: { state: 'proposed' }, after: { state: 'revoked', reason: '重复登记' } }],
  });
  expect(await refusalFor(revokeAdjustment, { id, version: 2, reason: '再次' })).toBe(
    'conflict ledger.refused.revoked',
  );
  expect(await refusalFor(advanceAdjustment, { id, version: 2, to: 'reviewed' })).toBe(
    'conflict ledger.refused.revoked',
  );
  expect(await refusalFor(advanceAdjustment, { id: 'none', version: 1, to: 'reviewed' })).toBe(
    'notFound ledger.refused.noEntry',
  );
});

test('the ledger is listed by scheme, period, unit, state and kind, for roles that may see it', async () => {
  await give(recordAdjustment, { ...veto, unitCode: 'U4' });
  const { lines, total } = await ledgerList(firstOffice, { unit: 'U4', kind: 'veto', page: 1 });
  expect([lines.length, total]).toEqual([1, 1]);
  expect(lines[0]).toMatchObject({ unit: { nameZh: '演示4区' }, scheme: { code: 'S' }, recordedByName: 'office-1' });
  expect((await ledgerList(firstOffice, { state: 'revoked', page: 1 })).total).toBe(1);
  expect((await ledgerList(someone('a', 'auditor'), { page: 1 })).total).toBeGreaterThan(5);
  expect((await ledgerList(someone('r', 'reporter'), { page: 1 })).total).toBe(0);
  expect((await ledgerFilters(firstOffice)).units.map(({ code }) => code)).toEqual(['U2', 'U4']);
  expect((await nodeNames(firstOffice, ['S'])).S).toMatchObject({
    economy: { nameZh: '经济发展' },
    accident: { nameZh: '重大事故' },
  });
  const form = await entryForm(firstOffice, 'S', '2025');
  expect(form?.units).toHaveLength(5);
  expect(form?.nodes.map(({ key, depth }) => `${depth} ${key}`)).toEqual([
    '0 total',
    '1 economy',
    '2 m1',
    '2 m2',
    '1 living',
    '2 m3',
    '2 m4',
    '1 opinion',
  ]);
  expect(await entryForm(firstOffice, 'NONE', '2025')).toBeNull();
  expect(await entryForm(someone('r', 'reporter'), 'S', '2025')).toBeNull();
});
