import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { stepsDone } from '@/lib/catalogue/place/queries';
import { contentFor } from '@/lib/cli/content';
import { firstAdministrator } from '@/lib/cli/launch/first-administrator';
import { loadAll } from '@/lib/cli/load-all';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
afterEach(() => {
  delete process.env.BATON_CONTENT;
});

test('an empty database is filled as the installer says, and with the shipped data where nothing is said', async () => {
  for (const asked of ['nantong', 'demonstration', 'none'] as const)
    expect(await contentFor(database, asked)).toBe(asked);
  expect(await contentFor(database, '')).toBe('nantong');
});

test('nothing is loaded where nothing is asked for: the first steps are open, and there is one administrator', async () => {
  process.env.BATON_CONTENT = 'none';
  expect(await loadAll(database)).toMatchObject({ content: 'none', added: 0 });
  const [counts] = await sql`select (select count(*)::int from org_unit) as units,
    (select count(*)::int from indicator) as indicators, (select count(*)::int from app_user) as accounts`;
  expect(counts).toEqual({ units: 0, indicators: 0, accounts: 0 });
  expect(Object.values((await stepsDone(person('assessmentOffice'))) ?? {})).toEqual(Array(6).fill(false));
  const first = await firstAdministrator(database);
  expect(first).toMatchObject({ username: 'admin', secret: expect.stringMatching(/\S{12,}/) });
  expect(await firstAdministrator(database)).toBeNull();
  const [account] = await sql`select role, must_change_password as "mustChange" from app_user`;
  expect(account).toEqual({ role: 'administrator', mustChange: true });
});

test('a start without the setting does not fill a product that an office has begun, and a filled one stays as it is', async () => {
  expect(await contentFor(database, '')).toBe('none');
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
    values ('JIA', 'county', '甲区', 'A', '', 1)`;
  expect(await contentFor(database, 'nantong')).toBe('none');
});
