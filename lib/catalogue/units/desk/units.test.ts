import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { orgUnit, orgUnitFormer, orgUnitSuccession, peerGroup, peerGroupMember } from '@/db/schema/catalogue';
import { proposal } from '@/db/schema/proposals';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { accountRoles } from '@/lib/access/words';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import { refuseProposal } from '@/lib/catalogue/proposals/decide/refuse-proposal';
import { takeBackProposal } from '@/lib/catalogue/proposals/decide/take-back-proposal';
import { proposalList, waitingProposals } from '@/lib/catalogue/proposals/queries';
import { writtenProposal } from '@/lib/catalogue/proposals/written-proposal';
import { createUnit } from '@/lib/catalogue/units/desk/create-unit';
import { deleteUnit } from '@/lib/catalogue/units/desk/delete-unit';
import { editUnit } from '@/lib/catalogue/units/desk/edit-unit';
import { mergeUnits } from '@/lib/catalogue/units/desk/merge-units';
import { moveUnit } from '@/lib/catalogue/units/desk/move-unit';
import { renameUnit } from '@/lib/catalogue/units/desk/rename-unit';
import { retireUnit } from '@/lib/catalogue/units/desk/retire-unit';
import { splitUnit } from '@/lib/catalogue/units/desk/split-unit';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';

checkSettings();
const { database, sql } = await testDatabase();
const now = new Date('2026-11-30T09:00:00+08:00');
const [today, yesterday, tomorrow] = ['2026-11-30', '2026-11-29', '2026-12-01'];
const office = person('assessmentOffice');
const second = person('assessmentOffice', { userId: 'second' });

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, principal = office) =>
  perform(command, principal, input, { now, database });
const unitOf = async (code: string) => (await database.select().from(orgUnit).where(eq(orgUnit.code, code)))[0];
const at = async (code: string) => ({ code, version: (await unitOf(code))?.version ?? 0 });
async function lastChanges() {
  const events = await database.select().from(auditEvent).orderBy(auditEvent.seq);
  return { command: events.at(-1)?.command, changes: JSON.parse(events.at(-1)?.changes ?? '[]') };
}

const made = { code: '', nameEn: '', kind: 'street', parentCode: 'ZONE', aliases: [], after: '', validFrom: '' };
const newUnit = (nameZh: string, more = {}) =>
  give(createUnit, { ...made, nameZh, isDemonstration: true, ...more }) as Promise<string>;

beforeEach(async () => {
  for (const table of ['org_unit_former', 'org_unit_succession', 'org_unit_alias', 'peer_group_member', 'proposal'])
    await sql`delete from ${sql(table)}`;
  await sql`delete from peer_group`;
  await sql`delete from org_unit`;
  await newUnit('园区', { code: 'ZONE', kind: 'zone', parentCode: '' });
  for (const [code, name] of [
    ['A', '甲街道'],
    ['B', '乙街道'],
    ['C', '丙街道'],
  ] as const)
    await newUnit(name, { code });
  await database
    .insert(peerGroup)
    .values({ code: 'STREETS', nameZh: '街道', nameEn: 'Streets', noteZh: '', noteEn: '', sortOrder: 1 });
  await database.insert(peerGroupMember).values(
    ['A', 'B', 'C'].map((orgUnitCode, position) => ({
      ...{ peerGroupCode: 'STREETS', orgUnitCode, position },
      validFrom: '2020-01-01',
    })),
  );
});

const dated = { from: today, reason: '' };
const inputs: () => Promise<[Parameters<typeof give>[0], object][]> = async () => {
  const held = await at('A');
  return [
    [createUnit, { ...made, nameZh: '丁街道', isDemonstration: true }],
    [
      editUnit,
      { ...held, nameZh: '甲街道', nameEn: '', kind: 'town', gbCode: '', aliases: [], after: '', validFrom: '' },
    ],
    [renameUnit, { ...held, ...dated, nameZh: '新甲街道', nameEn: '' }],
    [moveUnit, { ...held, ...dated, parentCode: 'B' }],
    [retireUnit, { ...held, ...dated }],
    [mergeUnits, { units: [held], into: 'B', made: null, ...dated, addsUp: false, joins: true, note: '' }],
    [
      splitUnit,
      {
        ...held,
        ...dated,
        parts: [{ code: '', nameZh: '戊街道', nameEn: '', kind: 'street', parentCode: '' }],
        ...{ retires: false, joins: true, note: '' },
      },
    ],
    [deleteUnit, held],
  ];
};

test('no other role changes a unit or decides a proposal', async () => {
  const decisions: [Parameters<typeof give>[0], object][] = [
    [confirmProposal, { id: 'x', version: 1 }],
    [refuseProposal, { id: 'x', version: 1, reason: '不妥' }],
    [takeBackProposal, { id: 'x', version: 1 }],
  ];
  for (const [command, input] of [...(await inputs()), ...decisions])
    for (const role of accountRoles.filter((one) => one !== 'assessmentOffice'))
      expect(await refusalOf(give(command, input, person(role))), `${command.name} ${role}`).toBe('forbidden command');
});

test('a page that shows an older version, or a unit that is not there, is refused in words', async () => {
  for (const [command, input] of (await inputs()).slice(1)) {
    const of = (code: string, version: number) =>
      'units' in input ? { ...input, units: [{ code, version }] } : { ...input, code, version };
    expect(await refusalOf(give(command, of('A', 7))), command.name).toBe('conflict movedByYou');
    expect(await refusalOf(give(command, of('NOWHERE', 1))), command.name).toBe('notFound unitDesk.refused.unknown');
  }
});

describe('creating a unit', () => {
  test('gives it a code of the initials of its name and a place behind its parent’s others, and leaves an event', async () => {
    const code = await newUnit('开发大街道', { aliases: ['大街', '大街'], validFrom: '2024-01-01' });
    expect(code).toBe('KFDJD');
    expect(await newUnit('开发大街道', { parentCode: '' })).toBe('KFDJD-2');
    const order = await database.select({ code: orgUnit.code }).from(orgUnit).orderBy(orgUnit.sortOrder);
    expect(order.map((one) => one.code)).toEqual(['ZONE', 'A', 'B', 'C', 'KFDJD', 'KFDJD-2']);
    const between = await newUnit('插入街道', { after: 'A' });
    const moved = await database.select({ code: orgUnit.code }).from(orgUnit).orderBy(orgUnit.sortOrder);
    expect(moved.map((one) => one.code)).toEqual(['ZONE', 'A', between, 'B', 'C', 'KFDJD', 'KFDJD-2']);
    expect(await lastChanges()).toMatchObject({
      command: 'unit.create',
      changes: [{ subject: `unit/${between}`, before: null, after: { nameZh: '插入街道', parentCode: 'ZONE' } }],
    });
  });

  test('names each faulty field', async () => {
    const wrong = [
      [{ nameZh: '' }, 'invalid input'],
      [{ code: 'a' }, 'invalid unitDesk.refused.codeTaken'],
      [{ code: 'new' }, 'invalid input'],
      [{ nameZh: '甲街道' }, 'invalid unitDesk.refused.nameTaken'],
      [{ parentCode: 'NOWHERE' }, 'invalid unknownUnit'],
      [{ after: 'NOWHERE' }, 'invalid unknownUnit'],
      [{ kind: 'planet' }, 'invalid input'],
    ] as const;
    for (const [input, refusal] of wrong)
      expect(await refusalOf(newUnit('丁街道', input)), JSON.stringify(input)).toBe(refusal);
  });

  test('keeps hostile text as text', async () => {
    const hostile = `<img src=x onerror=alert(1)>'; drop table org_unit; --`;
    const code = await newUnit(hostile, { aliases: [`${hostile} 2`] });
    expect(await unitOf(code)).toMatchObject({ nameZh: hostile });
  });
});

describe('a new name', () => {
  test('from today holds at once, and the former one is kept with its last day and as an alias', async () => {
    expect(await give(renameUnit, { ...(await at('A')), ...dated, nameZh: '新甲街道', nameEn: '' })).toEqual({
      state: 'done',
    });
    expect(await unitOf('A')).toMatchObject({ nameZh: '新甲街道', initials: 'xjjd', version: 2 });
    expect(await database.select().from(orgUnitFormer)).toEqual([
      { orgUnitCode: 'A', validTo: yesterday, nameZh: '甲街道', nameEn: '甲街道', parentCode: 'ZONE' },
    ]);
    expect(await sql`select alias from org_unit_alias where org_unit_code = 'A'`).toMatchObject([{ alias: '甲街道' }]);
    expect(await lastChanges()).toMatchObject({
      command: 'unit.rename',
      changes: [{ subject: 'unit/A', before: { nameZh: '甲街道' }, after: { nameZh: '新甲街道', from: today } }],
    });
  });

  test('is refused for a day to come, before a later change, and where it is none', async () => {
    const ask = async (more: object) =>
      refusalOf(give(renameUnit, { ...(await at('A')), ...dated, nameZh: '新甲街道', nameEn: '', ...more }));
    expect(await ask({ from: tomorrow })).toBe('invalid unitDesk.refused.tooEarly');
    expect(await ask({ nameZh: '甲街道' })).toBe('invalid unitDesk.refused.sameName');
    expect(await ask({ nameZh: '乙街道' })).toBe('invalid unitDesk.refused.nameTaken');
    await ask({});
    expect(await ask({ nameZh: '再新街道', from: '2026-06-01', reason: '批复' })).toBe(
      'invalid unitDesk.refused.laterChange',
    );
  });
});

describe('a change from a past day', () => {
  const past = { from: '2026-01-01', reason: '市政府批复' };
  const propose = async () =>
    give(renameUnit, { ...(await at('A')), ...past, nameZh: '新甲街道', nameEn: '' }) as Promise<{
      state: string;
      proposal: string;
    }>;

  test('waits for another person of the office, who confirms it once', async () => {
    const { state, proposal: id } = await propose();
    expect(state).toBe('waiting');
    expect(await unitOf('A')).toMatchObject({ nameZh: '甲街道', version: 1 });
    expect(await waitingProposals(office)).toEqual({ all: 1, toDecide: 0 });
    expect(await waitingProposals(second)).toEqual({ all: 1, toDecide: 1 });
    const list = await proposalList(second, { isDecided: false, page: 1 });
    expect(list.lines.flatMap((line) => writtenProposal(line, list.names, 'zh-CN'))).toEqual([
      '甲街道自 2026-01-01 起改名为“新甲街道”，此前的页面仍用原名。',
    ]);
    expect(await refusalOf(give(confirmProposal, { id, version: 1 }))).toBe('forbidden proposals.refused.own');
    expect(await refusalOf(give(takeBackProposal, { id, version: 1 }, second))).toBe(
      'forbidden proposals.refused.notYours',
    );
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => refusalOf(give(confirmProposal, { id, version: 1 }, second))),
    );
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(await unitOf('A')).toMatchObject({ nameZh: '新甲街道' });
    const { changes } = await lastChanges();
    expect(changes.map((one: { subject: string }) => one.subject)).toEqual([`proposal/${id}`, 'unit/A']);
  });

  test('is refused by the other with a reason, or taken back, and then changes nothing', async () => {
    const first = await propose();
    expect(await refusalOf(give(refuseProposal, { id: first.proposal, version: 1, reason: '日期不对' }))).toBe(
      'forbidden proposals.refused.own',
    );
    await give(refuseProposal, { id: first.proposal, version: 1, reason: '日期不对' }, second);
    const other = await propose();
    await give(takeBackProposal, { id: other.proposal, version: 1 });
    expect(await refusalOf(give(confirmProposal, { id: other.proposal, version: 1 }, second))).toMatch(/^conflict/);
    expect(await unitOf('A')).toMatchObject({ nameZh: '甲街道', version: 1 });
    const states = await database.select({ state: proposal.state, decision: proposal.decision }).from(proposal);
    expect(states).toHaveLength(2);
    expect(states).toContainEqual({ state: 'refused', decision: '日期不对' });
  });

  test('needs a reason, is tried when it is proposed, and again when it is confirmed', async () => {
    const ask = async (more: object) =>
      refusalOf(give(renameUnit, { ...(await at('A')), ...past, nameZh: '新甲街道', nameEn: '', ...more }));
    expect(await ask({ reason: ' ' })).toBe('invalid proposals.refused.reasonMissing');
    expect(await ask({ nameZh: '乙街道' })).toBe('invalid unitDesk.refused.nameTaken');
    const { proposal: id } = await propose();
    await newUnit('新甲街道');
    expect(await refusalOf(give(confirmProposal, { id, version: 1 }, second))).toBe(
      'invalid unitDesk.refused.nameTaken',
    );
    expect(await unitOf('A')).toMatchObject({ nameZh: '甲街道' });
  });
});

describe('moving and ending a unit', () => {
  test('keeps the former parent, and refuses a unit of its own as its parent', async () => {
    await give(moveUnit, { ...(await at('A')), ...dated, parentCode: 'B' });
    expect(await unitOf('A')).toMatchObject({ parentCode: 'B' });
    expect(await database.select().from(orgUnitFormer)).toMatchObject([{ orgUnitCode: 'A', parentCode: 'ZONE' }]);
    expect(await refusalOf(give(moveUnit, { ...(await at('B')), ...dated, parentCode: 'A' }))).toBe(
      'invalid unitDesk.refused.ownFamily',
    );
  });

  test('ends its memberships the day before, unless others belong to it', async () => {
    expect(await refusalOf(give(retireUnit, { ...(await at('ZONE')), ...dated }))).toBe(
      'invalid unitDesk.refused.hasChildren',
    );
    await give(retireUnit, { ...(await at('A')), ...dated });
    expect(await unitOf('A')).toMatchObject({ validTo: yesterday });
    const [left] = await database.select().from(peerGroupMember).where(eq(peerGroupMember.orgUnitCode, 'A'));
    expect(left).toMatchObject({ validFrom: '2020-01-01', validTo: yesterday });
    expect(await refusalOf(give(retireUnit, { ...(await at('A')), ...dated }))).toBe('invalid unitDesk.refused.ended');
  });
});

describe('merging', () => {
  const merge = async (more: object = {}) =>
    give(mergeUnits, {
      units: [await at('A'), await at('B')],
      ...{ into: '', made: { ...madeUnit, nameZh: '甲乙街道' } },
      ...{ ...dated, addsUp: true, joins: true, note: '批复' },
      ...more,
    });
  const { aliases: _, after: __, validFrom: ___, ...madeUnit } = made;

  test('ends the units, and the new one takes their places, their units and their history', async () => {
    await newUnit('甲社区', { code: 'A1', parentCode: 'A', kind: 'village' });
    await merge();
    const [successor] = await database.select().from(orgUnit).where(eq(orgUnit.nameZh, '甲乙街道'));
    expect(successor).toMatchObject({ code: 'JYJD', validFrom: today, parentCode: 'ZONE', isDemonstration: true });
    expect(await unitOf('A')).toMatchObject({ validTo: yesterday });
    expect(await unitOf('A1')).toMatchObject({ parentCode: 'JYJD' });
    expect(await database.select().from(orgUnitSuccession)).toMatchObject([
      { predecessorCode: 'A', successorCode: 'JYJD', happenedOn: today, kind: 'merge', addsUp: true, noteZh: '批复' },
      { predecessorCode: 'B', successorCode: 'JYJD', addsUp: true },
    ]);
    const members = await database.select().from(peerGroupMember).orderBy(peerGroupMember.position);
    expect(members.map((one) => [one.orgUnitCode, one.position, one.validTo])).toEqual([
      ['A', 0, yesterday],
      ['JYJD', 0, null],
      ['B', 1, yesterday],
      ['C', 2, null],
    ]);
    const { changes } = await lastChanges();
    expect(changes.map((one: { subject: string }) => one.subject)).toEqual(['unit/JYJD', 'unit/A', 'unit/B']);
  });

  test('into one that goes on ends the others alone', async () => {
    await merge({ units: [await at('A')], into: 'B', made: null });
    expect(await unitOf('B')).toMatchObject({ validTo: null });
    expect(await unitOf('A')).toMatchObject({ validTo: yesterday });
  });

  test('is refused for one unit alone, for one that has ended, and of real units with invented ones', async () => {
    expect(await refusalOf(merge({ units: [await at('A')] }))).toBe('invalid unitDesk.refused.tooFew');
    await newUnit('真街道', { code: 'REAL', isDemonstration: false });
    expect(await refusalOf(merge({ units: [await at('A'), await at('REAL')] }))).toBe('invalid unitDesk.refused.mixed');
    await give(retireUnit, { ...(await at('A')), ...dated });
    expect(await refusalOf(merge())).toBe('invalid unitDesk.refused.ended');
  });
});

test('a split sets up units beside the one, which goes on or ends', async () => {
  const parts = ['甲一街道', '甲二街道'].map((nameZh) => ({
    ...{ code: '', nameZh, nameEn: '', kind: 'street', parentCode: '' },
  }));
  const split = async (more: object) =>
    give(splitUnit, { ...(await at('A')), ...dated, parts, retires: true, joins: true, note: '', ...more });
  expect(await refusalOf(split({ parts: parts.slice(0, 1) }))).toBe('invalid unitDesk.refused.onePart');
  await split({});
  expect(await unitOf('A')).toMatchObject({ validTo: yesterday });
  expect(await unitOf('JYJD')).toMatchObject({ nameZh: '甲一街道', parentCode: 'ZONE', validFrom: today });
  const joined = await database.select().from(peerGroupMember).where(eq(peerGroupMember.validFrom, today));
  expect(joined.map((one) => one.orgUnitCode).sort()).toEqual(['JEJD', 'JYJD']);
  const order = await database.select({ code: orgUnit.code }).from(orgUnit).orderBy(orgUnit.sortOrder);
  expect(order.map((one) => one.code)).toEqual(['ZONE', 'A', 'JYJD', 'JEJD', 'B', 'C']);
});

describe('editing and deleting', () => {
  const basics = { nameEn: 'A', kind: 'town', gbCode: '320601', aliases: ['甲'], after: 'C', validFrom: '2001-01-01' };

  test('changes what is no history; the name only while nothing uses the unit', async () => {
    await give(editUnit, { ...(await at('A')), nameZh: '甲街道', ...basics });
    expect(await unitOf('A')).toMatchObject({ kind: 'town', gbCode: '320601', nameEn: 'A', validFrom: '2001-01-01' });
    const order = await database.select({ code: orgUnit.code }).from(orgUnit).orderBy(orgUnit.sortOrder);
    expect(order.map((one) => one.code)).toEqual(['ZONE', 'B', 'C', 'A']);
    expect(await refusalOf(give(editUnit, { ...(await at('A')), ...basics, nameZh: '别名街道' }))).toBe(
      'invalid unitDesk.refused.renameInstead',
    );
    const fresh = await newUnit('错字街道');
    await give(editUnit, { ...(await at(fresh)), ...basics, nameZh: '正字街道', gbCode: '' });
    expect(await unitOf(fresh)).toMatchObject({ nameZh: '正字街道' });
  });

  test('deletes only what nothing uses, and says what does', async () => {
    expect(await refusalOf(give(deleteUnit, await at('A')))).toBe('invalid unitDesk.refused.used.groups');
    const fresh = await newUnit('多余街道', { aliases: ['多余'] });
    await give(deleteUnit, await at(fresh));
    expect(await unitOf(fresh)).toBeUndefined();
    expect(await lastChanges()).toMatchObject({ command: 'unit.delete', changes: [{ after: null }] });
  });
});
