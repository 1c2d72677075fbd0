import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { answerTargets } from '@/lib/monitoring/targets/answer-target';
import { changeTarget } from '@/lib/monitoring/targets/change-target';
import { confirmChange } from '@/lib/monitoring/targets/confirm-change';
import { targetPage } from '@/lib/monitoring/targets/history/queries';
import { issueTargets } from '@/lib/monitoring/targets/issue-targets';
import { ownTargets, targetWork } from '@/lib/monitoring/targets/own/queries';
import { saveTargets } from '@/lib/monitoring/targets/save-targets';
import { withdrawTarget } from '@/lib/monitoring/targets/withdraw-target';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-03-10T09:00:00+08:00');
const year = 2026;
const office = person('assessmentOffice', { userId: 'office-1' });
const other = person('assessmentOffice', { userId: 'office-2' });
const unit = person('unitReviewer');
const jia = { unit: 'JIA', indicator: 'DEMO2' };
const key = { ...jia, year };

beforeAll(() => fictionalIndicators(database));
beforeEach(async () => {
  await sql`alter table target_event disable trigger user`;
  await sql`delete from target_event`;
  await sql`alter table target_event enable trigger user`;
  await sql`delete from target`;
  await sql`delete from target_draft`;
});

const give = { now, database };
const save = (cells: readonly object[], who: Principal = office, more: object = {}) =>
  perform(saveTargets, who, { year, cells, ...more }, give);
const cell = (more: object = {}) => ({ ...jia, version: 0, base: '100', stretch: '110', ...more });
const issue = (drafts: readonly object[], who: Principal = office, more: object = {}) =>
  perform(issueTargets, who, { year, note: '演示文件〔2026〕1号', plan: null, drafts, ...more }, give);
const answer = (who: Principal, more: object = {}) =>
  perform(
    answerTargets,
    who,
    { year, targets: [{ ...jia, version: 1 }], answer: 'confirmed', reason: '', ...more },
    give,
  );
const change = (more: object = {}, who: Principal = office) =>
  perform(
    changeTarget,
    who,
    { ...key, version: 1, base: '90', stretch: '', note: '演示文件〔2026〕2号', reason: '年中政策调整', ...more },
    give,
  );
const decide = (who: Principal, more: object = {}) =>
  perform(confirmChange, who, { ...key, version: 1, decision: 'confirm', ...more }, give);
const issued = async () => {
  await save([cell()]);
  await issue([{ ...jia, version: 1 }]);
};
const stored = async () => {
  const [row] = await sql`select base::text as base, stretch::text as stretch, version, answer from target`;
  return row ? { ...row } : null;
};
const lastChanges = async (command: string) => {
  const [row] = await sql`select changes from audit_event where command = ${command} order by seq desc limit 1`;
  return JSON.parse(row?.changes ?? 'null');
};

describe('a draft', () => {
  test('is saved as read, told in the trail, and seen by the office alone', async () => {
    const answered = await save([cell({ base: '1,200', stretch: '' })]);
    expect(answered).toMatchObject({ saved: [{ ...jia, version: 1 }], conflicts: [] });
    expect(await lastChanges('target.save')).toEqual([
      { subject: 'target/2026/JIA', before: {}, after: { 'DEMO2 2026': { base: '1200' } } },
    ]);
    expect((await targetPage(office, key))?.draft).toMatchObject({ base: '1200', version: 1 });
    expect(await targetPage(unit, key)).toBeNull();
  });

  test('that another person changed is not overwritten, and the others are saved', async () => {
    await save([cell()]);
    await save([cell({ version: 1, base: '105' })], other);
    const answered = await save([cell({ version: 1, base: '99' }), cell({ indicator: 'DEMO3' })]);
    expect(answered.saved).toEqual([{ unit: 'JIA', indicator: 'DEMO3', version: 1 }]);
    expect(answered.conflicts).toMatchObject([{ ...jia, version: 2, entry: { base: '105' }, isOwn: false }]);
    const [row] = await sql`select base::text as base from target_draft where indicator_code = 'DEMO2'`;
    expect(row?.base).toBe('105');
  });

  test('is refused in words where it is no number, of no unit, or issued already', async () => {
    for (const base of ['一百', '约100', '<script>', '=cmd|1'])
      expect(await refusalOf(save([cell({ base })])), base).toBe('invalid targets.refused.unreadable');
    expect(await refusalOf(save([cell({ unit: 'NONE' })]))).toBe('invalid targets.refused.unknown');
    await issued();
    expect(await refusalOf(save([cell({ version: 0 })]))).toBe('conflict targets.refused.issued');
    expect(await sql`select 1 from target_draft`).toHaveLength(0);
  });

  test('of a count is refused below zero and in parts, each field by itself', async () => {
    const faults = async (run: Promise<unknown>) => {
      const refused = await run.then(
        () => null,
        (error) => error,
      );
      return refused instanceof Refusal ? refused.faults.map(({ field, key: word }) => `${field} ${word}`) : refused;
    };
    const both = { base: '-5', stretch: '10.5' };
    const told = ['base targets.refused.countBelowZero', 'stretch targets.refused.countBroken'];
    expect(await faults(save([cell(both)]))).toEqual(told);
    await issued();
    expect(await faults(change(both))).toEqual(told);
    const values = ['10.5', '20', '30', '90'];
    expect(await faults(change({ plan: { by: 'quarter', shape: 'given', values } }))).toEqual([
      'plan targets.refused.countBroken',
    ]);
  });

  test('is nobody else’s', async () => {
    for (const role of ['reporter', 'unitReviewer', 'leader', 'administrator', 'auditor'] as const)
      expect(await refusalOf(save([cell()], person(role))), role).toBe('forbidden command');
  });
});

describe('issuing', () => {
  test('puts drafts in force, keeps the step, and asks the unit', async () => {
    await issued();
    expect(await stored()).toEqual({ base: '100', stretch: '110', version: 1, answer: 'none' });
    expect(await sql`select 1 from target_draft`).toHaveLength(0);
    expect((await targetPage(unit, key))?.steps).toMatchObject([{ kind: 'issued', base: '100', by: 'office-1' }]);
    expect((await targetWork(unit)).unanswered).toBe(1);
    expect((await targetWork(person('reporter', { unitCode: 'YI' }))).unanswered).toBe(0);
    await expect(sql`update target_event set base = 1`).rejects.toThrow();
    await expect(sql`delete from target_event`).rejects.toThrow();
  });

  test('is all or nothing: no base, a worse stretch target, a draft that moved', async () => {
    await save([cell(), cell({ indicator: 'DEMO3', base: '', stretch: '5' }), cell({ unit: 'YI', stretch: '90' })]);
    const asked = (more: object, version = 1) =>
      issue([
        { ...jia, version: 1 },
        { ...jia, ...more, version },
      ]);
    expect(await refusalOf(asked({ indicator: 'DEMO3' }))).toBe('conflict targets.refused.noBase');
    expect(await refusalOf(asked({ unit: 'YI' }))).toBe('conflict targets.refused.stretchWorse');
    expect(await refusalOf(asked({}, 2))).toBe('conflict targets.refused.draftMoved');
    expect(await stored()).toBeNull();
  });

  test('of a year that is over takes a second person', async () => {
    const past = { year: 2025 };
    await save([cell()], office, past);
    expect(await refusalOf(issue([{ ...jia, version: 1 }], office, past))).toBe(
      'conflict targets.refused.pastNeedsOther',
    );
    await issue([{ ...jia, version: 1 }], other, past);
    expect(await stored()).toMatchObject({ base: '100' });
  });

  test('divides the year where it can, and says where it cannot', async () => {
    await save([cell(), cell({ indicator: 'DEMO3' })]);
    const drafts = ['DEMO2', 'DEMO3'].map((indicator) => ({ unit: 'JIA', indicator, version: 1 }));
    const done = await issue(drafts, office, { plan: { by: 'quarter', shape: 'lastYear' } });
    expect(done).toEqual({ issued: 2, unplanned: 2 });
    await sql`delete from target`;
    await save([cell()]);
    await issue([{ ...jia, version: 1 }], office, { plan: { by: 'quarter', shape: 'linear' } });
    expect((await targetPage(office, key))?.issued?.plan?.values).toEqual(['25', '50', '75', '100']);
  });

  test('keeps a plan that was given, which must be whole and end with the target', async () => {
    const plan = (values: readonly string[]) => save([cell({ plan: { by: 'quarter', shape: 'given', values } })]);
    expect(await refusalOf(plan(['10', '20', '30']))).toBe('invalid targets.refused.planParts');
    expect(await refusalOf(plan(['10', '20', '30', '99']))).toBe('invalid targets.refused.planEnd');
    await plan(['10', '20', '30', '100']);
    await issue([{ ...jia, version: 1 }], office, { plan: { by: 'month', shape: 'linear' } });
    expect((await targetPage(unit, key))?.issued?.plan).toMatchObject({ by: 'quarter', shape: 'given' });
  });
});

describe('the unit', () => {
  test('confirms its own target or disputes it with a reason, and no other one’s', async () => {
    await issued();
    const foreign = person('unitReviewer', { unitCode: 'YI' });
    expect(await refusalOf(answer(foreign))).toBe('forbidden targets.refused.otherUnit');
    expect(await refusalOf(answer(office))).toBe('forbidden command');
    expect(await refusalOf(answer(unit, { answer: 'disputed' }))).toBe('invalid targets.refused.reasonShort');
    const reason = '<b>口径</b>不同，去年含乙县';
    await answer(unit, { answer: 'disputed', reason });
    expect(await stored()).toMatchObject({ answer: 'disputed', version: 2 });
    expect((await ownTargets(unit, null))?.targets).toMatchObject([{ answerReason: reason }]);
    expect((await targetWork(office)).disputed).toMatchObject([{ reason }]);
    expect(await refusalOf(answer(person('reporter')))).toBe('conflict targets.refused.moved');
    await answer(person('reporter'), { targets: [{ ...jia, version: 2 }] });
    expect((await targetPage(unit, key))?.steps.map(({ kind }) => kind)).toEqual(['issued', 'disputed', 'confirmed']);
    expect(await lastChanges('target.answer')).toEqual([
      {
        subject: 'target/2026/JIA',
        before: { 'DEMO2 2026': { answer: 'disputed' } },
        after: { 'DEMO2 2026': { answer: 'confirmed' } },
      },
    ]);
  });
});

describe('a change of an issued target', () => {
  test('holds when a second account confirms it, and asks the unit again', async () => {
    await issued();
    await answer(unit);
    expect(await refusalOf(change({ version: 1 }))).toBe('conflict targets.refused.moved');
    expect(await refusalOf(change({ version: 2, reason: '短' }))).toBe('invalid input');
    expect(await refusalOf(change({ version: 2, base: '100', stretch: '99' }))).toBe(
      'invalid targets.refused.stretchWorse',
    );
    await change({ version: 2 });
    expect(await stored()).toMatchObject({ base: '100', version: 2 });
    expect(await refusalOf(change({ version: 2 }, other))).toBe('conflict targets.refused.changeWaiting');
    expect(await refusalOf(decide(office))).toBe('conflict targets.refused.ownChange');
    expect(await refusalOf(decide(unit))).toBe('forbidden command');
    expect(await targetWork(other)).toMatchObject({ confirmable: [{ reason: '年中政策调整' }], changing: [] });
    expect(await targetWork(office)).toMatchObject({ confirmable: [], changing: [{ reason: '年中政策调整' }] });
    await decide(other);
    expect(await stored()).toEqual({ base: '90', stretch: null, version: 3, answer: 'none' });
    const page = await targetPage(unit, key);
    expect(page?.steps.map(({ kind, base }) => [kind, base])).toEqual([
      ['issued', '100'],
      ['confirmed', '100'],
      ['changed', '90'],
    ]);
    expect(await lastChanges('target.confirmChange')).toMatchObject([
      { before: { 'DEMO2 2026': { base: '100', stretch: '110' } }, after: { 'DEMO2 2026': { base: '90' } } },
    ]);
    expect(await refusalOf(decide(other))).toBe('notFound targets.refused.noChange');
  });

  test('keeps the plan unless another is said, and its history names both accounts', async () => {
    await save([cell()]);
    await issue([{ ...jia, version: 1 }], office, { plan: { by: 'quarter', shape: 'linear' } });
    await change({ base: '80' });
    await decide(other);
    const page = await targetPage(unit, key);
    expect(page?.issued?.plan).toEqual({ by: 'quarter', shape: 'linear', values: ['20', '40', '60', '80'] });
    expect(page?.steps.map(({ by, proposedBy }) => [by, proposedBy])).toEqual([
      ['office-1', null],
      ['office-2', 'office-1'],
    ]);
    await change({ version: 2, plan: { by: 'quarter', shape: 'given', values: ['10', '20', '30', '90'] } });
    await decide(other);
    expect(await refusalOf(change({ version: 3, base: '70' }))).toBe('invalid targets.refused.planEnd');
  });

  test('survives an answer of the unit, and may be dropped by who proposed it', async () => {
    await issued();
    await change();
    await answer(unit);
    await decide(office, { decision: 'drop' });
    expect(await stored()).toMatchObject({ base: '100', answer: 'confirmed' });
    await change({ version: 2 });
    await answer(person('reporter'), { targets: [{ ...jia, version: 2 }] });
    await decide(other);
    expect(await stored()).toMatchObject({ base: '90' });
  });

  test('may be its withdrawal, after which it can be drafted again', async () => {
    await issued();
    await perform(withdrawTarget, office, { ...key, version: 1, reason: '机构改革，不再承担' }, give);
    expect(await refusalOf(decide(office))).toBe('conflict targets.refused.ownChange');
    expect(await decide(other)).toMatchObject({ isGone: true });
    expect(await stored()).toBeNull();
    await issued();
    expect(await stored()).toMatchObject({ version: 3 });
    expect((await targetPage(office, key))?.steps.map(({ step, kind }) => [step, kind])).toEqual([
      [1, 'issued'],
      [2, 'withdrawn'],
      [3, 'issued'],
    ]);
  });
});
