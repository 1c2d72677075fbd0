import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { createClient } from '@/lib/access/clients/create-client';
import { clientList, principalOfToken } from '@/lib/access/clients/queries';
import { revokeClient } from '@/lib/access/clients/revoke-client';
import { mostDays, readingRoles, writingRoles } from '@/lib/access/clients/words';
import { perform } from '@/lib/access/command';
import { commandNames, may, maySee, type ViewName, views } from '@/lib/access/permissions';
import { dayPlus } from '@/lib/catalogue/today';
import { startOfDay } from '@/lib/i18n/moments';
import { checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
await sql`insert into org_unit (code, kind, parent_code, name_zh, name_en, initials, sort_order)
  values ('JIA-1', 'town', 'JIA', '甲镇', 'Town A', '', 9003)`;

const administrator = person('administrator');
const now = new Date('2026-11-30T04:00:00Z');
const terms = { name: '数据大屏', role: 'visitor', unitCode: '', expiresOn: '2026-12-31' };
const create = (more: object = {}) => perform(createClient, administrator, { ...terms, ...more }, { now });
const idOf = async (token: string) => {
  const [row] =
    await sql`select id from api_client where token_hash = ${createHash('sha256').update(token).digest('hex')}`;
  return `${row?.id}`;
};
const found = (token: string, at = now) => principalOfToken(token, at);

describe('a token', () => {
  test('is in the answer alone: the product keeps its hash and its first characters', async () => {
    const { token } = await create();
    expect(token).toMatch(/^baton_[\w-]{32}$/);
    const [row] = await sql`select to_jsonb(c) as client from api_client c where id = ${await idOf(token)}`;
    expect(JSON.stringify(row)).not.toContain(token.slice(12));
    expect(row?.client).toMatchObject({
      token_start: token.slice(0, 12),
      expires_on: '2026-12-31',
      last_used_at: null,
    });
    const [told] = await sql`select count(*)::int as n from audit_event where strpos(changes, ${token.slice(12)}) > 0`;
    expect(told?.n).toBe(0);
  });

  test('reads through its last day in Shanghai, and not after', async () => {
    const { token } = await create();
    const end = startOfDay('2026-12-31', { after: true });
    expect(await found(token, new Date(end.getTime() - 1))).toMatchObject({ principal: { role: 'visitor' } });
    expect(await found(token, end)).toEqual({ refused: 'expired' });
  });

  test('is unknown when a character differs', async () => {
    const { token } = await create();
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const one of [other, token.slice('baton_'.length), '', 'baton_']) {
      expect(await found(one)).toEqual({ refused: 'unknown' });
    }
  });

  test('is revoked at once and for good, with a reason, by who saw it as it is', async () => {
    const { token } = await create();
    const id = await idOf(token);
    const revoke = (version: number) =>
      refusalOf(perform(revokeClient, administrator, { id, version, reason: '系统停用' }, { now }));
    expect(await revoke(2)).toBe('conflict clients.refused.moved');
    expect(await revoke(1)).toBeNull();
    expect(await found(token)).toEqual({ refused: 'revoked' });
    expect(await revoke(2)).toBe('conflict clients.refused.moved');
    const line = (await clientList(administrator, now)).find((one) => one.id === id);
    expect(line).toMatchObject({ state: 'revoked', revokedReason: '系统停用', version: 2 });
  });

  test('has its use noted at most once a minute', async () => {
    const { token } = await create();
    const id = await idOf(token);
    const used = async () => (await clientList(administrator, now)).find((one) => one.id === id)?.lastUsedAt;
    await found(token);
    await found(token, new Date(now.getTime() + 59_999));
    expect(await used()).toEqual(now);
    const later = new Date(now.getTime() + 60_000);
    await found(token, later);
    expect(await used()).toEqual(later);
  });
});

describe('whose rights a token has', () => {
  test('of its role, without a session, and of its unit with those below it', async () => {
    const { token } = await create({ role: 'reporter', unitCode: 'JIA' });
    expect(await found(token)).toMatchObject({
      principal: { role: 'reporter', units: ['JIA', 'JIA-1'], unitCode: 'JIA', sessionId: null },
    });
    const leader = await create({ role: 'leader' });
    expect(await found(leader.token)).toMatchObject({ principal: { role: 'leader', units: 'all' } });
  });

  test('of a visitor alone: nothing where reading is not public, whatever its unit', async () => {
    const [plain, narrow] = [await create(), await create({ unitCode: 'JIA' })];
    expect(await found(plain.token)).toMatchObject({ principal: { units: 'all' } });
    expect(await found(narrow.token)).toMatchObject({ principal: { units: ['JIA', 'JIA-1'] } });
    checkSettings({ PUBLIC_READING: 'off' });
    expect(await found(plain.token)).toMatchObject({ principal: { units: [] } });
    expect(await found(narrow.token)).toMatchObject({ principal: { units: [] } });
    checkSettings();
  });

  test('to write only where it was given so', async () => {
    const { token } = await create({ role: 'reporter', unitCode: 'JIA' });
    expect(await found(token)).toMatchObject({ mayWrite: false });
    const writing = await create({ role: 'reporter', unitCode: 'JIA', scope: 'write' });
    expect(await found(writing.token)).toMatchObject({ mayWrite: true });
    const line = (await clientList(administrator, now)).find(({ scope }) => scope === 'write');
    expect(line?.id).toBe(await idOf(writing.token));
  });

  test('no role that only reads gives a command that changes figures, schemes or rankings', () => {
    const given = readingRoles
      .filter((role) => !writingRoles.includes(role))
      .flatMap((role) =>
        commandNames.filter(
          (name) => may(role, name) && /^(review|submission|run|scheme|adjustment|user)\./.test(name),
        ),
      );
    expect(given).toEqual([]);
    const seen = (role: (typeof readingRoles)[number]) =>
      (Object.keys(views) as ViewName[]).filter((view) => /^manage/.test(view) && maySee(role, view));
    expect(readingRoles.filter((role) => role !== 'assessmentOffice').flatMap(seen)).toEqual([]);
  });
});

describe('a new token is refused', () => {
  test('with every faulty field at once', async () => {
    const work = create({ name: ' ', role: 'administrator', scope: 'all', unitCode: '甲', expiresOn: '2026-02-30' });
    const faults = await work.then(
      () => [],
      ({ faults }) => faults.map(({ field }: { field: string }) => field),
    );
    expect(faults.toSorted()).toEqual(['expiresOn', 'name', 'role', 'scope', 'unitCode']);
  });

  test.each([
    [{ expiresOn: '2026-11-29' }, 'invalid clients.refused.dayOver'],
    [{ expiresOn: dayPlus('2026-11-30', mostDays + 1) }, 'invalid clients.refused.dayFar'],
    [{ role: 'reporter' }, 'invalid clients.refused.unitMissing'],
    [{ unitCode: 'NO-SUCH' }, 'invalid unknownUnit'],
    [{ role: 'auditor', scope: 'write' }, 'invalid clients.refused.roleReads'],
  ])('for %j', async (more, refused) => {
    expect(await refusalOf(create(more))).toBe(refused);
  });

  test('and is given for today, and for the last day that there may be', async () => {
    expect(await refusalOf(create({ expiresOn: '2026-11-30' }))).toBeNull();
    expect(await refusalOf(create({ expiresOn: dayPlus('2026-11-30', mostDays) }))).toBeNull();
  });
});

test('the list is of those who may see it', async () => {
  expect((await clientList(person('auditor'), now)).length).toBeGreaterThan(0);
  for (const role of ['leader', 'reporter', 'assessmentOffice'] as const) {
    expect(await clientList(person(role), now)).toEqual([]);
  }
});
