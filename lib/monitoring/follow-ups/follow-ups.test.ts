import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { trail } from '@/lib/access/audit/trail/queries';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import type { AccountRole } from '@/lib/access/words';
import { askExtension } from '@/lib/monitoring/follow-ups/ask-extension';
import { assignFollowUp } from '@/lib/monitoring/follow-ups/assign-follow-up';
import { attachEvidence } from '@/lib/monitoring/follow-ups/attach-evidence';
import { checkReport } from '@/lib/monitoring/follow-ups/check-report';
import { closeFollowUp } from '@/lib/monitoring/follow-ups/close-follow-up';
import { decideExtension } from '@/lib/monitoring/follow-ups/decide-extension';
import { editFollowUp } from '@/lib/monitoring/follow-ups/edit-follow-up';
import { mergeFollowUps } from '@/lib/monitoring/follow-ups/merge-follow-ups';
import { noteProgress } from '@/lib/monitoring/follow-ups/note-progress';
import { evidenceFile, followUpView } from '@/lib/monitoring/follow-ups/page/queries';
import { planMeasures } from '@/lib/monitoring/follow-ups/plan-measures';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { reportResult } from '@/lib/monitoring/follow-ups/report-result';
import { sendFollowUpBack } from '@/lib/monitoring/follow-ups/send-back';
import { signFollowUp } from '@/lib/monitoring/follow-ups/sign-follow-up';
import { transferFollowUp } from '@/lib/monitoring/follow-ups/transfer-follow-up';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const give = { now, database };
const office = person('assessmentOffice', { userId: 'office-1' });
const second = person('assessmentOffice', { userId: 'office-2' });
const jia = person('reporter', { userId: 'jia' });
const jiaReviewer = person('unitReviewer', { userId: 'jia-2' });
const yi = person('reporter', { userId: 'yi', unitCode: 'YI' });
const words = '按要求办理';

const terms = {
  ...{ title: '甲区项目滞后', matter: '追上序时进度', unit: 'JIA', assisting: ['YI'], dueOn: '2026-06-30' },
  condition: null,
};
const raise = (more: object = {}, who: Principal = office) =>
  perform(raiseFollowUp, who, { ...terms, origin: { kind: 'hand', note: '' }, ...more } as never, give);
const assign = (id: string, version = 1, who: Principal = office) =>
  perform(assignFollowUp, who, { id, version }, give);
const at = (id: string, version: number, unit = 'JIA') => ({ id, version, unit });

/** A follow-up that is taken to a state: assigned 2, signed 3, in work 4, reported 5, under check 6. */
async function taken(to: 'assigned' | 'signed' | 'working' | 'reported' | 'checking', more: object = {}) {
  const id = await raise(more);
  await assign(id);
  if (to === 'assigned') return id;
  await perform(signFollowUp, jia, at(id, 2), give);
  if (to === 'signed') return id;
  await perform(planMeasures, jia, { ...at(id, 3), measures: words }, give);
  if (to === 'working') return id;
  await perform(reportResult, jia, { ...at(id, 4), report: words }, give);
  if (to === 'reported') return id;
  await perform(checkReport, office, { id, version: 5 }, give);
  return id;
}

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules,
      valid_from, state, edited_by, edited_at)
    values ('L1', 1, '序时', 'DEMO', '[]', false, '[]', '2026-01-01', 'held', 't', now())`;
  await sql`insert into lamp (org_unit_code, indicator_code, year, month, rule_set_code, rule_set_number, colour, judged,
      red_in_row, red_in_year, facts, made_at)
    values ('JIA', 'DEMO', 2026, 5, 'L1', 1, 'red', 'red', 1, 1, '{}', now())`;
});

beforeEach(async () => {
  await sql`alter table follow_up_event disable trigger user`;
  for (const table of ['follow_up_event', 'follow_up_file', 'leader_remark', 'follow_up'])
    await sql`delete from ${sql(table)}`;
  await sql`alter table follow_up_event enable trigger user`;
});

describe('a follow-up', () => {
  test('goes from being raised to being closed by another person, with every step in its history and in the trail', async () => {
    const id = await taken('checking');
    expect(id).toBe('2026-1');
    await perform(sendFollowUpBack, office, { id, version: 6, reason: '材料不全' }, give);
    await perform(noteProgress, jiaReviewer, { ...at(id, 7), note: '已补齐材料' }, give);
    await perform(reportResult, jiaReviewer, { ...at(id, 8), report: '已经整改' }, give);
    await perform(checkReport, second, { id, version: 9 }, give);
    await perform(closeFollowUp, second, { id, version: 10, finding: '现场核实属实', despite: false }, give);
    const view = await followUpView(person('leader'), id);
    expect(view).toMatchObject({ state: 'closed', version: 11, reportedBy: 'jia-2' });
    expect(view?.history.map(({ step, by, words: said }) => `${step.kind} ${by} ${said}`)).toEqual([
      ...['raise office-1 ', 'assign office-1 ', 'sign jia ', 'plan jia ', `report jia ${words}`, 'check office-1 '],
      ...['sendBack office-1 材料不全', 'note jia-2 已补齐材料', 'report jia-2 已经整改', 'check office-2 '],
      'close office-2 现场核实属实',
    ]);
    const told = await sql`select command from audit_event where command like 'followUp.%' order by seq`;
    expect(told.slice(-5).map(({ command }) => command)).toEqual([
      ...['followUp.sendBack', 'followUp.note', 'followUp.report', 'followUp.check', 'followUp.close'],
    ]);
    const anything = { from: undefined, until: undefined, who: '', command: '' };
    const { events, names } = await trail(person('auditor'), { ...anything, subject: '项目滞后' });
    expect(events.length).toBeGreaterThanOrEqual(11);
    expect(names.get(`followUp ${id}`)).toMatchObject({ nameZh: '甲区项目滞后' });
    await expect(sql`update follow_up_event set words = ''`).rejects.toMatchObject({ code: '23001' });
  });

  test('is not closed or sent back by who reported it, whatever their role is now', async () => {
    const id = await taken('reported');
    const moved = person('assessmentOffice', { userId: 'jia' });
    expect(await refusalOf(perform(checkReport, moved, { id, version: 5 }, give))).toBe(
      'forbidden followUps.refused.ownReport',
    );
    await perform(checkReport, office, { id, version: 5 }, give);
    const finding = { id, version: 6, finding: words, despite: false };
    expect(await refusalOf(perform(closeFollowUp, moved, finding, give))).toBe('forbidden followUps.refused.ownReport');
    expect(await refusalOf(perform(sendFollowUpBack, moved, { id, version: 6, reason: words }, give))).toBe(
      'forbidden followUps.refused.ownReport',
    );
  });

  test('that moved meanwhile is left alone', async () => {
    const id = await taken('working');
    expect(await refusalOf(perform(noteProgress, jia, { ...at(id, 3), note: words }, give))).toMatch(/^conflict/);
    expect(await refusalOf(perform(noteProgress, jiaReviewer, { ...at(id, 3), note: words }, give))).toBe(
      'conflict followUps.refused.moved',
    );
    const [row] = await sql`select version from follow_up`;
    expect(row?.version).toBe(4);
  });

  test('takes one of many steps that are sent at once, and each that is raised has a number of its own', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => raise()));
    expect(ids.toSorted()).toEqual(['2026-1', '2026-2', '2026-3', '2026-4', '2026-5']);
    const id = await taken('working');
    const sent = Array.from({ length: 8 }, (_, nth) =>
      refusalOf(perform(noteProgress, jia, { ...at(id, 4), note: `进展之${nth}。` }, give)),
    );
    expect((await Promise.all(sent)).filter((refusal) => refusal === null)).toHaveLength(1);
    const [notes] =
      await sql`select count(*)::int as n from follow_up_event where follow_up_id = ${id} and kind = 'note'`;
    expect(notes?.n).toBe(1);
  });

  test('is raised with units, indicators and days that there are, and every fault is told at once', async () => {
    const condition = { indicator: 'NONE', unit: 'NONE', period: '2026-M06', side: 'atMost', value: '3' };
    const faulty = { unit: 'NONE', assisting: ['NONE'], dueOn: '2026-06-09', condition };
    const faults = await raise(faulty).catch(({ faults: all }) => all.map((one: { field: string }) => one.field));
    expect(faults).toEqual(['unit', 'assisting', 'dueOn', 'condition.unit', 'condition.indicator']);
    const vague = { ...condition, indicator: 'DEMO', unit: 'JIA', value: '约3' };
    expect(await refusalOf(raise({ condition: vague }))).toBe('invalid followUps.refused.noNumber');
    for (const origin of [
      { kind: 'lamp', unit: 'JIA', indicator: 'DEMO', year: 2026, month: 4 },
      { kind: 'figure', unit: 'JIA', indicator: 'DEMO', period: '2026-M05' },
      { kind: 'score', run: 'none', unit: 'JIA' },
      { kind: 'remark', remark: 'none' },
    ])
      expect(await refusalOf(raise({ origin })), origin.kind).toBe('notFound followUps.refused.noOrigin');
    await raise({ origin: { kind: 'lamp', unit: 'JIA', indicator: 'DEMO', year: 2026, month: 5 } });
    // The day itself is not over.
    await raise({ dueOn: '2026-06-10' });
    expect(await refusalOf(assign('2026-2'))).toBeNull();
  });

  test('is changed until it is assigned', async () => {
    const id = await raise();
    const input = { ...terms, title: '甲区项目持续滞后', id, version: 1 };
    await perform(editFollowUp, office, input as never, give);
    expect(await followUpView(office, id)).toMatchObject({ title: '甲区项目持续滞后', version: 2 });
    await assign(id, 2);
    expect(await refusalOf(perform(editFollowUp, office, { ...input, version: 3 } as never, give))).toBe(
      'conflict followUps.refused.wrongState',
    );
  });
});

describe('of another unit', () => {
  test('nothing is seen and nothing is done; a unit that assists sees it and does nothing', async () => {
    const id = await taken('working', { assisting: [] });
    expect(await followUpView(yi, id)).toBeNull();
    for (const unit of ['JIA', 'YI'])
      expect(await refusalOf(perform(noteProgress, yi, { ...at(id, 4, unit), note: words }, give)), unit).toBe(
        'notFound followUps.refused.none',
      );
    const other = await taken('working');
    expect(await followUpView(yi, other)).toMatchObject({ id: other, mergeable: [] });
    for (const unit of ['JIA', 'YI'])
      expect(await refusalOf(perform(noteProgress, yi, { ...at(other, 4, unit), note: words }, give)), unit).toBe(
        'forbidden followUps.refused.otherUnit',
      );
  });

  test('one that is not assigned is not seen by its own unit either', async () => {
    const id = await raise();
    expect(await followUpView(jia, id)).toBeNull();
    expect(await followUpView(person('auditor'), id)).not.toBeNull();
    for (const role of ['departmentReviewer', 'administrator'] as const)
      expect(await followUpView(person(role), id), role).toBeNull();
  });

  test.each([
    'leader',
    'auditor',
    'administrator',
    'departmentReviewer',
    'reporter',
    'unitReviewer',
  ] satisfies AccountRole[])('%s raises, assigns, closes, merges and transfers nothing', async (role) => {
    const id = await raise();
    const who = person(role);
    const shown = { id, version: 1 };
    for (const [command, input] of [
      [raiseFollowUp, { ...terms, origin: { kind: 'hand', note: '' } }],
      [assignFollowUp, shown],
      [closeFollowUp, { ...shown, finding: words, despite: false }],
      [decideExtension, { ...shown, decision: 'grant', reason: words }],
      [mergeFollowUps, { ...shown, into: '2026-9', reason: words }],
      [transferFollowUp, { ...shown, to: 'YI', reason: words }],
    ] as const)
      expect(await refusalOf(perform(command as never, who, input, give)), command.name).toBe('forbidden command');
  });
});

describe('an extension', () => {
  const ask = (id: string, version: number, until = '2026-07-15') =>
    perform(askExtension, jia, { ...at(id, version), until, reason: '雨季停工' }, give);

  test('is asked by the unit, and granted or declined by the office with a reason', async () => {
    const id = await taken('signed');
    expect(await refusalOf(ask(id, 3, '2026-06-30'))).toBe('invalid followUps.refused.notLater');
    await ask(id, 3);
    expect(await refusalOf(ask(id, 4))).toBe('conflict followUps.refused.asked');
    const decide = (decision: string, version: number, who = office) =>
      perform(decideExtension, who, { id, version, decision, reason: words } as never, give);
    expect(await refusalOf(decide('grant', 4, person('assessmentOffice', { userId: 'jia' })))).toBe(
      'forbidden followUps.refused.ownAsk',
    );
    await decide('decline', 4);
    expect(await followUpView(jia, id)).toMatchObject({ dueOn: '2026-06-30', extension: null });
    expect(await refusalOf(decide('grant', 5))).toBe('conflict followUps.refused.notAsked');
    await ask(id, 5);
    await decide('grant', 6);
    expect(await followUpView(jia, id)).toMatchObject({ dueOn: '2026-07-15', extension: null });
  });
});

describe('two follow-ups', () => {
  const merge = (id: string, into: string, version: number) =>
    perform(mergeFollowUps, office, { id, version, into, reason: '同一事项' }, give);

  test('of one unit become one, which keeps both histories', async () => {
    const [one, other] = [await taken('signed'), await taken('working')];
    expect(await refusalOf(merge(one, one, 3))).toBe('invalid followUps.refused.itself');
    await merge(one, other, 3);
    const view = await followUpView(jia, other);
    expect(view?.history.at(-1)).toMatchObject({ step: { kind: 'absorb', from: one }, words: '同一事项' });
    expect(view?.merged[0]?.history.map(({ step }) => step.kind)).toEqual(['raise', 'assign', 'sign', 'merge']);
    expect(await followUpView(jia, one)).toMatchObject({ state: 'merged', mergedInto: other });
  });

  test('of two units do not, nor into one that is reported', async () => {
    const [one, other] = [await taken('signed'), await raise({ unit: 'YI' })];
    expect(await refusalOf(merge(one, other, 3))).toBe('invalid followUps.refused.unitsDiffer');
    expect(await refusalOf(merge(one, await taken('reported'), 3))).toBe('conflict followUps.refused.notOpen');
    expect(await refusalOf(merge(one, '2026-99', 3))).toBe('notFound followUps.refused.none');
  });
});

test('a transfer makes another unit sign, and the former one sees it no more', async () => {
  const id = await taken('working');
  const transfer = (to: string, version: number) =>
    perform(transferFollowUp, office, { id, version, to, reason: '职责调整' }, give);
  expect(await refusalOf(transfer('JIA', 4))).toBe('invalid followUps.refused.sameUnit');
  expect(await refusalOf(transfer('NONE', 4))).toBe('invalid followUps.refused.noUnit');
  await transfer('YI', 4);
  expect(await followUpView(jia, id)).toBeNull();
  expect(await followUpView(yi, id)).toMatchObject({ state: 'assigned', unit: 'YI', assisting: [], measures: '' });
  await perform(signFollowUp, yi, at(id, 5, 'YI'), give);
});

test('evidence is kept once with its fingerprint, for those who see the follow-up', async () => {
  const id = await taken('working', { assisting: [] });
  const content = new TextEncoder().encode('%PDF-1.7 演示');
  const attach = (more: object = {}, who: Principal = jia) =>
    perform(attachEvidence, who, { ...at(id, 4), fileName: '整改.pdf', content, ...more } as never, give);
  expect(await refusalOf(attach({ fileName: '整改.html' }))).toBe('invalid attachmentKind');
  expect(await refusalOf(attach({ content: new Uint8Array(6 * 1024 * 1024) }))).toBe('limit attachmentTooLarge');
  await attach();
  expect(await refusalOf(attach({ version: 5 }))).toBe('conflict followUps.refused.sameFile');
  const sha256 = (await followUpView(jia, id))?.files[0]?.sha256 ?? '';
  // Of another program: printf '%%PDF-1.7 演示' | sha256sum
  expect(sha256).toBe('0fd2402b323314f72ecacc847ea50343e43ac7017fc1fa724bef85aef2ae7186');
  expect(await evidenceFile(office, id, sha256)).toMatchObject({ fileName: '整改.pdf', mediaType: 'application/pdf' });
  expect(await evidenceFile(yi, id, sha256)).toBeNull();
  const more = (nth: number) =>
    attach({ version: 4 + nth, content: new TextEncoder().encode(`%PDF-1.7 ${nth}`), fileName: `${nth}.pdf` });
  for (let nth = 1; nth < 20; nth += 1) await more(nth);
  expect(await refusalOf(more(20))).toBe('limit evidenceFull');
  expect((await followUpView(jia, id))?.files).toHaveLength(20);
});
