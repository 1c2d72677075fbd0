import { beforeAll, expect, test } from 'vitest';
import { collection, collectionItem } from '@/db/schema/collections';
import { submission } from '@/db/schema/reporting';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { findTasks } from '@/lib/reporting/collections/search/queries';
import { fictionalUnits } from '@/lib/testing/accounts';

const { database, sql } = await testDatabase();

beforeAll(async () => {
  await fictionalUnits(database);
  await database.transaction((tx) => ensurePeriods(tx, ['2026-M10']));
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S', 'S', '', '', '', 'official', 1)`;
  const day = new Date('2026-11-10T00:00:00Z');
  for (const [id, title, unit] of [
    ['a', '2026年10月工业经济月报', 'JIA'],
    ['b', '2026年10月安全生产月报', 'YI'],
  ] as const) {
    await database.insert(collection).values({
      ...{ id, title, periodCode: '2026-M10', opensAt: new Date(0), dueAt: day, graceUntil: day, reviewChain: [] },
      ...{ vintage: 'preliminary', instructions: '', sourceCode: 'S', createdBy: '', createdAt: day },
    });
    await database.insert(submission).values({ orgUnitCode: unit, collectionId: id, items: 1 });
  }
  await database
    .insert(collectionItem)
    .values({ collectionId: 'b', indicatorCode: 'DEMO', periodCode: '2026-M10', sortOrder: 1, isRequired: true });
});

const as = (role: Principal['role'], more: Partial<Principal> = {}): Principal => ({
  ...anonymousPrincipal(),
  role,
  ...more,
});
const found = async (principal: Principal, words: string) => (await findTasks(principal, words, 8)).map(({ id }) => id);

test('a task is found by the words of its title, by whoever has to do with it', async () => {
  expect(await found(as('assessmentOffice'), '月报')).toEqual(['a', 'b']);
  expect(await found(as('assessmentOffice'), '10月 安全')).toEqual(['b']);
  expect(await findTasks(as('reporter', { unitCode: 'JIA' }), '月报', 8)).toEqual([
    { id: 'a', title: '2026年10月工业经济月报', unitCode: 'JIA' },
  ]);
  expect(await found(as('unitReviewer', { unitCode: 'YI' }), '月报')).toEqual(['b']);
  expect(await found(as('departmentReviewer', { department: '演示部门' }), '月报')).toEqual(['b']);
});

test('a reviewer is led to the return of the unit once something of it was submitted', async () => {
  const reviewer = as('unitReviewer', { unitCode: 'YI' });
  const led = async () => (await findTasks(reviewer, '安全', 8)).map(({ unitCode }) => unitCode);
  expect(await led()).toEqual([null]);
  await sql`insert into submission_value (org_unit_code, collection_id, indicator_code, period_code, typed, value, decimals,
      qualifier, qualifier_printed, absence, typed_yoy, note, source_text, explanation, state, updated_by, updated_at)
    values ('YI', 'b', 'DEMO', '2026-M10', '1', 1, 0, 'exact', '', 'none', '', '', '', '', 'draft', 't', now())`;
  expect(await led()).toEqual([null]);
  await sql`update submission_value set state = 'submitted', awaits = 'unitReviewer' where collection_id = 'b'`;
  expect(await led()).toEqual(['YI']);
});

test('visitors, administrators and empty words find none, and wild cards are ordinary characters', async () => {
  expect(await found(anonymousPrincipal(), '月报')).toEqual([]);
  expect(await found(as('administrator'), '月报')).toEqual([]);
  expect(await found(as('assessmentOffice'), ' ')).toEqual([]);
  expect(await found(as('assessmentOffice'), '%')).toEqual([]);
});
