import { beforeAll, describe, expect, test } from 'vitest';
import { reopenRequest, submissionValue } from '@/db/schema/reporting';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { accountPrincipal, type Principal } from '@/lib/access/principal';
import type { AccountRole } from '@/lib/access/words';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import {
  blankFigures,
  collectionDetail,
  collectionHistory,
  collectionItems,
  collectionList,
  collectionPeriods,
  missingPeople,
  pendingRequests,
  unitProgress,
} from '@/lib/reporting/collections/progress/queries';
import { filteredUnits, sortedUnits } from '@/lib/reporting/collections/progress/unit-order';
import { remindUnits } from '@/lib/reporting/collections/remind-units';
import { keyOf } from '@/lib/reporting/figure-key';
import { decideReopening } from '@/lib/reporting/review/decide-reopening';
import { account, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { database, sql } = await testDatabase();

const now = new Date('2026-11-12T09:00:00+08:00');
const earlier = new Date('2026-11-05T09:00:00+08:00');
const asked = {
  title: '工业经济月报',
  opensOn: '2026-11-01',
  dueOn: '2026-11-10',
  dueTime: '17:30',
  graceDays: 3,
  reviewChain: ['unitReviewer'],
  vintage: 'preliminary',
  instructions: '',
  periodCode: '2026-M10',
  peerGroupCode: '',
  unitCodes: ['JIA', 'YI'],
  items: [{ indicatorCode: 'DEMO', periodCode: '2026-M10', isRequired: true }],
};

function as(role: AccountRole, userId: string = role): Principal {
  return accountPrincipal({
    userId,
    name: role,
    role,
    units: 'all',
    unitCode: 'JIA',
    department: null,
    sessionId: role,
    standing: 'full',
  });
}
const office = as('assessmentOffice');
const blank = { typed: '12', decimals: 0, qualifier: 'exact', qualifierPrinted: '', absence: 'none' } as const;
const silent = { typedYoy: '', note: '', sourceText: '', explanation: '' };

let id = '';
let asker = { id: '' };
beforeAll(async () => {
  await fictionalUnits(database);
  id = await perform(openCollection, office, asked, { now: earlier, database });
  asker = await account(database, { username: freshName(), role: 'reporter' });
  await database.insert(submissionValue).values({
    ...blank,
    ...silent,
    value: '12',
    orgUnitCode: 'JIA',
    collectionId: id,
    indicatorCode: 'DEMO',
    periodCode: '2026-M10',
    state: 'approved',
    updatedBy: asker.id,
    updatedAt: earlier,
  });
  await sql`update submission set state = 'approved', filled = 1, approved = 1, round = 1,
    first_submitted_at = ${earlier.toISOString()}, submitted_at = ${earlier.toISOString()}
    where collection_id = ${id} and org_unit_code = 'JIA'`;
  await database.insert(reopenRequest).values({
    orgUnitCode: 'JIA',
    collectionId: id,
    number: 1,
    figures: ['DEMO 2026-M10'],
    reason: '名录有调整',
    askedBy: asker.id,
    askedAt: earlier,
  });
});

describe('the list', () => {
  const choice = { q: '', page: 1 };

  test('counts returns by state, overdue units and pending requests', async () => {
    const { collections, total } = await collectionList(office, choice, now);
    expect(total).toBe(1);
    expect(collections[0]).toMatchObject({
      id,
      units: 2,
      behind: 1,
      requests: 1,
      counts: { empty: 1, draft: 0, submitted: 0, returned: 0, approved: 1 },
      dueAt: new Date('2026-11-10T17:30:00+08:00'),
    });
    expect((await collectionList(office, choice, earlier)).collections[0]?.behind).toBe(0);
  });

  test('is searched by word, state and period; wild cards are ordinary characters', async () => {
    const totalOf = async (more: object) => (await collectionList(office, { ...choice, ...more }, now)).total;
    expect(await totalOf({ q: '经济' })).toBe(1);
    expect(await totalOf({ q: '%' })).toBe(0);
    expect(await totalOf({ q: "'" })).toBe(0);
    expect(await totalOf({ state: 'closed' })).toBe(0);
    expect(await totalOf({ period: '2026-M10' })).toBe(1);
    expect(await totalOf({ period: '2026-M09' })).toBe(0);
    expect(await collectionPeriods(office)).toEqual(['2026-M10']);
  });
});

test('is visible to leaders and auditors too, and empty for reporters, reviewers and administrators', async () => {
  for (const role of ['leader', 'auditor'] as const) {
    expect((await collectionList(as(role), { q: '', page: 1 }, now)).total, role).toBe(1);
    expect(await collectionDetail(as(role), id)).not.toBeNull();
  }
  for (const role of ['reporter', 'unitReviewer', 'departmentReviewer', 'administrator'] as const) {
    const who = as(role);
    const seen = await Promise.all([
      collectionPeriods(who),
      collectionItems(who, id),
      unitProgress(who, id, now),
      pendingRequests(who, id),
      collectionHistory(who, id, 10),
    ]);
    expect(seen.flat(), role).toEqual([]);
    expect(await collectionDetail(who, id)).toBeNull();
    expect((await collectionList(who, { q: '', page: 1 }, now)).total).toBe(0);
  }
});

test('each unit has its state, its timeliness and its next step, in the official order', async () => {
  const units = await unitProgress(office, id, now);
  expect(units.map(({ code, state, timeliness, filled, items }) => [code, state, timeliness, filled, items])).toEqual([
    ['JIA', 'approved', 'inTime', 1, 1],
    ['YI', 'empty', 'late', 0, 1],
  ]);
  expect(filteredUnits(units, 'overdue').map(({ code }) => code)).toEqual(['YI']);
  expect(filteredUnits(units, 'approved').map(({ code }) => code)).toEqual(['JIA']);
  expect(sortedUnits(units, { key: 'state', order: 'asc' }).map(({ code }) => code)).toEqual(['YI', 'JIA']);
  expect(sortedUnits(units, { key: 'submittedAt', order: 'asc' }).map(({ code }) => code)).toEqual(['JIA', 'YI']);
  expect(sortedUnits(units, { key: 'reminders', order: 'desc' }).map(({ code }) => code)).toEqual(['JIA', 'YI']);
});

test('the office sees which figures a unit behind has not filled in', async () => {
  const blanks = await blankFigures(office, id);
  expect([...blanks].map(([unit, items]) => [unit, items.map(keyOf)])).toEqual([['YI', ['DEMO 2026-M10']]]);
  expect((await blankFigures(as('leader'), id)).size).toBe(0);
});

test('units and departments without a reporter or reviewer are listed, by the chain of the collection', async () => {
  const chain = (reviewChain: ('unitReviewer' | 'departmentReviewer')[]) => missingPeople(office, { id, reviewChain });
  const names = (rows: readonly { nameZh: string }[]) => rows.map(({ nameZh }) => nameZh);
  const unit = await chain(['unitReviewer']);
  expect(names(unit.reporter)).toEqual(['乙县']);
  expect(names(unit.unitReviewer)).toEqual(['甲区', '乙县']);
  expect(unit.departmentReviewer).toEqual([]);
  expect(names((await chain(['departmentReviewer'])).departmentReviewer)).toEqual(['演示部门']);
  const { id: reviewer } = await account(database, { username: freshName(), role: 'departmentReviewer' });
  expect((await chain(['departmentReviewer'])).departmentReviewer).toEqual([]);
  await sql`update app_user set banned = true where id = ${reviewer}`;
  expect(names((await chain(['departmentReviewer'])).departmentReviewer)).toEqual(['演示部门']);
});

describe('a request to reopen figures', () => {
  const decide = (principal: Principal, change: object = {}) =>
    perform(
      decideReopening,
      principal,
      { collectionId: id, unitCode: 'JIA', number: 1, isGranted: true, reason: '同意更正', ...change },
      { now, database },
    );

  test('waits with its author and reason', async () => {
    const [request] = await pendingRequests(office, id);
    expect(request).toMatchObject({ number: 1, reason: '名录有调整', figures: ['DEMO 2026-M10'] });
    expect(request?.askedBy).toMatch(/^演示·/);
    expect(Object.values(request?.values ?? {}).map((figure) => figure?.value)).toEqual(['12']);
  });

  test('is decided neither by another role nor by its author, and refused where there is none', async () => {
    for (const role of ['reporter', 'unitReviewer', 'departmentReviewer', 'leader', 'auditor'] as const) {
      expect(await refusalOf(decide(as(role))), role).toBe('forbidden command');
    }
    expect(await refusalOf(decide(as('assessmentOffice', asker.id)))).toBe('forbidden ownRequest');
    expect(await refusalOf(decide(office, { unitCode: 'YI' }))).toBe('conflict reopeningDecided');
    expect(await refusalOf(decide(office, { unitCode: 'NOBODY' }))).toBe('notFound noReturn');
    expect(await pendingRequests(office, id)).toHaveLength(1);
  });

  test('is granted once of ten at once: the figure may be corrected, and the return shows that', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => refusalOf(decide(office))));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict reopeningDecided')).toHaveLength(9);
    expect((await database.select().from(submissionValue))[0]?.state).toBe('reopened');
    const [unit] = await unitProgress(office, id, now);
    expect(unit).toMatchObject({ state: 'returned', timeliness: 'inTime', approved: 0 });
    expect(await pendingRequests(office, id)).toEqual([]);
  });
});

test('the history has one line for simultaneous steps of one person, latest first', async () => {
  const input = { collectionId: id, unitCodes: ['YI'], message: '请于今日报送' };
  await perform(remindUnits, office, input, { now: new Date(now.getTime() + 60_000), database });
  const history = await collectionHistory(office, id, 10);
  expect(history.map(({ kind, unit, figures, reason }) => [kind, unit.nameZh, figures, reason])).toEqual([
    ['reminded', '乙县', 0, '请于今日报送'],
    ['reopened', '甲区', 1, '同意更正'],
  ]);
});
