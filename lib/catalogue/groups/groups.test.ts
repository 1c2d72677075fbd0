import { eq, sql as statement } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { peerGroup, peerGroupMember } from '@/db/schema/catalogue';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { gapCounts, unitsWithoutGroup } from '@/lib/catalogue/assessed-all/queries';
import { changeMembers } from '@/lib/catalogue/groups/change-members';
import { createGroup } from '@/lib/catalogue/groups/create-group';
import { deleteGroup } from '@/lib/catalogue/groups/delete-group';
import { editGroup } from '@/lib/catalogue/groups/edit-group';
import { orderGroup } from '@/lib/catalogue/groups/order-group';
import { groupDetail } from '@/lib/catalogue/groups/queries';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import { refreshCoverage } from '@/lib/observations/recording/record-figures';
import { checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';

checkSettings();
const { database, sql } = await testDatabase();
await fictionalUnits(database);
const now = new Date('2026-11-30T09:00:00+08:00');
const today = '2026-11-30';
const office = person('assessmentOffice');
const second = person('assessmentOffice', { userId: 'second' });

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, principal = office) =>
  perform(command, principal, input, { now, database });
const words = { nameZh: '甲乙序列', nameEn: '', noteZh: '', noteEn: '' };
const fresh = { ...words, code: '', from: today, add: ['JIA', 'YI'], reason: '' };
const at = async (code = 'JYXL') => {
  const [group] = await database.select().from(peerGroup).where(eq(peerGroup.code, code));
  return { code, version: group?.version ?? 0 };
};
const coverageOf = () =>
  sql`select period_code, units from coverage where peer_group_code = 'JYXL' order by period_code`;
/** What coverage would be if everything were counted anew. */
async function recounted() {
  await database.transaction((tx) =>
    refreshCoverage(tx, statement`(select indicator_code, period_code, org_unit_code from observation)`),
  );
  return coverageOf();
}
await database.transaction((tx) => ensurePeriods(tx, ['2024', '2025', '2026', '2026-M11']));
await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
  values ('S', '公报', '统计局', '', '', 'official', 1)`;
for (const unit of ['JIA', 'YI'])
  for (const period of ['2024', '2025', '2026', '2026-M11'])
    await sql`insert into observation (indicator_code, period_code, org_unit_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      values ('DEMO', ${period}, ${unit}, 5, 0, 'exact', '', 'final', '', 'S', '', '', '', 1, ${systemPrincipal('x').userId}, now())`;

beforeEach(async () => {
  for (const table of ['proposal', 'coverage', 'peer_group_member', 'peer_group']) await sql`delete from ${sql(table)}`;
});

test('no other role changes a sequence, and an older version is refused', async () => {
  await give(createGroup, fresh);
  const inputs = (held: object): [Parameters<typeof give>[0], object][] => [
    [createGroup, fresh],
    [editGroup, { ...held, ...words, retiredOn: '' }],
    [changeMembers, { ...held, from: today, add: [], remove: ['YI'], reason: '' }],
    [orderGroup, { ...held, units: ['YI', 'JIA'] }],
    [deleteGroup, held],
  ];
  for (const [command, input] of inputs(await at()))
    for (const role of accountRoles.filter((one) => one !== 'assessmentOffice'))
      expect(await refusalOf(give(command, input, person(role))), `${command.name} ${role}`).toBe('forbidden command');
  for (const [command, input] of inputs({ ...(await at()), version: 9 }).slice(1))
    expect(await refusalOf(give(command, input)), command.name).toBe('conflict movedByYou');
  for (const [command, input] of inputs({ code: 'NOWHERE', version: 1 }).slice(1))
    expect(await refusalOf(give(command, input)), command.name).toBe('notFound groups.refused.unknown');
});

describe('creating one', () => {
  test('gives it a code and its members from today, counted at once, and leaves an event', async () => {
    expect(await give(createGroup, { ...fresh, nameZh: `<b>'甲乙'</b>`, add: [] })).toMatchObject({ isWaiting: false });
    expect(await give(createGroup, fresh)).toEqual({ code: 'JYXL', isWaiting: false });
    expect([...(await coverageOf())]).toEqual([
      { period_code: '2026', units: 2 },
      { period_code: '2026-M11', units: 2 },
    ]);
    const before = [...(await coverageOf())];
    expect([...(await recounted())]).toEqual(before);
    const events = await database.select().from(auditEvent).orderBy(auditEvent.seq);
    expect(events.at(-1)?.command).toBe('group.create');
    expect(JSON.parse(events.at(-1)?.changes ?? '')).toMatchObject([
      { subject: 'group/JYXL', before: null, after: { nameZh: '甲乙序列', nameEn: '甲乙序列' } },
      { subject: 'group/JYXL', after: { joined: ['JIA', 'YI'], from: today } },
    ]);
  });

  test('lets members of the past wait for a second person', async () => {
    const past = { ...fresh, from: '2025-01-01' };
    expect(await refusalOf(give(createGroup, past))).toBe('invalid proposals.refused.reasonMissing');
    expect(await give(createGroup, { ...past, reason: '方案规定' })).toEqual({ code: 'JYXL', isWaiting: true });
    expect(await coverageOf()).toHaveLength(0);
    const [waiting] = await sql`select id from proposal`;
    await give(confirmProposal, { id: waiting?.id, version: 1 }, second);
    expect([...(await coverageOf())].map((row) => row.period_code)).toEqual(['2025', '2026', '2026-M11']);
  });

  test.each([
    [{ code: 'JYXL' }, 'invalid groups.refused.codeTaken'],
    [{}, 'invalid groups.refused.nameTaken'],
    [{ nameZh: '另一序列', add: ['NOBODY'] }, 'invalid unknownUnit'],
    [{ nameZh: '另一序列', code: 'new' }, 'invalid input'],
  ])('refuses %j', async (more, refusal) => {
    await give(createGroup, fresh);
    expect(await refusalOf(give(createGroup, { ...fresh, ...more }))).toBe(refusal);
  });
});

describe('its members', () => {
  const change = async (more: object) =>
    give(changeMembers, { ...(await at()), from: today, add: [], remove: [], reason: '', ...more });

  test('leave and come back by date; coverage is what a recount gives', async () => {
    await give(createGroup, fresh);
    await change({ remove: ['YI'], from: '2026-12-15' });
    const [left] = await database.select().from(peerGroupMember).where(eq(peerGroupMember.orgUnitCode, 'YI'));
    expect(left).toMatchObject({ validFrom: today, validTo: '2026-12-14' });
    let counted = [...(await coverageOf())];
    expect([...(await recounted())]).toEqual(counted);
    // From the day after its last one, it never left.
    await change({ add: ['YI'], from: '2026-12-15' });
    expect(await database.select().from(peerGroupMember).where(eq(peerGroupMember.orgUnitCode, 'YI'))).toMatchObject([
      { validFrom: today, validTo: null },
    ]);
    await change({ remove: ['YI'] });
    expect(await database.select().from(peerGroupMember).where(eq(peerGroupMember.orgUnitCode, 'YI'))).toEqual([]);
    counted = [...(await coverageOf())];
    expect(counted).toEqual([
      { period_code: '2026', units: 1 },
      { period_code: '2026-M11', units: 1 },
    ]);
    expect([...(await recounted())]).toEqual(counted);
    expect(await refusalOf(change({ remove: ['YI'] }))).toBe('invalid groups.refused.nothing');
  });

  test('have an official order that is set, and that a new one follows', async () => {
    await give(createGroup, { ...fresh, add: ['JIA', 'YI'] });
    await give(orderGroup, { ...(await at()), units: ['YI', 'JIA'] });
    const order = async () => (await groupDetail(office, 'JYXL', today))?.members.map(({ code }) => code);
    expect(await order()).toEqual(['YI', 'JIA']);
    expect(await refusalOf(give(orderGroup, { ...(await at()), units: ['YI', 'NOBODY'] }))).toBe(
      'invalid groups.refused.notMembers',
    );
    await change({ remove: ['YI'] });
    await change({ add: ['YI'] });
    expect(await order()).toEqual(['JIA', 'YI']);
  });
});

test('ends today or later, not in the past, and then has no members', async () => {
  await give(createGroup, fresh);
  const end = async (retiredOn: string) => give(editGroup, { ...(await at()), ...words, retiredOn });
  expect(await refusalOf(end('2026-11-29'))).toBe('invalid groups.refused.endsInPast');
  await end('2026-12-31');
  expect(await database.select().from(peerGroupMember)).toMatchObject([
    { validTo: '2026-12-31' },
    { validTo: '2026-12-31' },
  ]);
  expect(
    await refusalOf(give(changeMembers, { ...(await at()), from: '2027-01-01', add: ['JIA'], remove: [], reason: '' })),
  ).toBe('invalid groups.refused.retired');
});

test('is deleted only while it ranked nothing', async () => {
  await give(createGroup, fresh);
  expect(await refusalOf(give(deleteGroup, await at()))).toBe('invalid groups.refused.used.figures');
  await give(changeMembers, { ...(await at()), from: today, add: [], remove: ['JIA', 'YI'], reason: '' });
  await give(deleteGroup, await at());
  expect(await at()).toEqual({ code: 'JYXL', version: 0 });
});

test('whoever belongs to no sequence is counted and listed, for the office alone', async () => {
  const asked = { today, year: 2026 };
  expect(await gapCounts(office, asked)).toEqual({ noGroup: 2, noScheme: 2, noBody: 0 });
  await give(createGroup, { ...fresh, add: ['JIA'] });
  expect(await gapCounts(office, asked)).toMatchObject({ noGroup: 1, noScheme: 2 });
  const found = await unitsWithoutGroup(office, { today, page: 1 });
  expect(found.rows.map(({ code }) => code)).toEqual(['YI']);
  await sql`insert into place (name_zh, name_en, settings, updated_by, updated_at)
    values ('甲地', 'A', '{"homeUnits": ["JIA"]}', 'check', now())`;
  expect(await gapCounts(office, asked), 'of the place alone').toMatchObject({ noGroup: 0, noScheme: 1 });
  expect(await gapCounts(person('leader'), asked)).toEqual({ noGroup: 0, noScheme: 0, noBody: 0 });
});
