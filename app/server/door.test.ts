import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { create } from '@/app/(desk)/access/users/actions';
import { signIn } from '@/app/(entrance)/sign-in/actions';
import { POST as save } from '@/app/api/reporting/figures/route';
import { POST as signOut } from '@/app/api/sign-out/route';
import { POST as attach } from '@/app/api/uploads/attachment/route';
import { overused } from '@/app/server/overused';
import { wordsOf } from '@/app/server/refusal';
import { freshForm } from '@/app/ui/forms/form-state';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { account, Browser, checkSettings, fictionalUnits, freshName, writingHeaders } from '@/lib/testing/accounts';
import { inventedCollection } from '@/lib/testing/invented-collection';

/** The framework's data about the present request; tests set it here. */
const asked = vi.hoisted(() => ({ headers: new Headers(), given: new Map<string, Record<string, unknown>>() }));
vi.mock('next/headers', () => ({
  headers: async () => asked.headers,
  cookies: async () => ({
    get: () => undefined,
    set: (name: string, value: string, attributes: Record<string, unknown>) =>
      asked.given.set(name, { value, ...attributes }),
  }),
}));
vi.mock('next/navigation', () => ({ redirect: () => {}, forbidden: () => {} }));

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

const ours = 'http://localhost:3000';
const https = 'https://kaohe.example';
const user = await account(database, { username: freshName(), role: 'reporter' });

async function ask({ origin, browser }: { origin: string | null; browser?: Browser }): Promise<Headers> {
  asked.headers = new Headers({
    'x-baton-address': '10.5.0.1',
    ...(await writingHeaders(browser?.caller.cookies ?? '')),
    ...(origin === null ? {} : { origin }),
  });
  return asked.headers;
}

function form(fields: Record<string, string>): FormData {
  const written = new FormData();
  for (const [name, value] of Object.entries(fields)) written.set(name, value);
  return written;
}

async function signedIn(): Promise<Browser> {
  const browser = new Browser();
  await browser.signIn(user.username, user.password);
  return browser;
}

const postRequest = (headers: Headers, body: BodyInit = '') =>
  new Request(`${ours}/api`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);

beforeEach(async () => {
  await sql`delete from throttle`;
  asked.given.clear();
});
afterEach(() => checkSettings());

const foreign = [null, 'null', 'https://evil.example', 'http://localhost:3001', 'http://localhost.evil.example:3000'];

describe('a write from a foreign page', () => {
  test.each(foreign)('of %s is refused by an action', async (origin) => {
    await ask({ origin });
    const { username, password } = user;
    const answer = await signIn(freshForm as never, form({ username, password }));
    expect(answer).toMatchObject({ status: 'refused', message: expect.stringContaining(ours) });
    expect(asked.given.size).toBe(0);
  });

  test.each(foreign)('of %s is refused by a route', async (origin) => {
    const browser = await signedIn();
    const answer = await signOut(postRequest(await ask({ origin, browser })));
    expect(answer.status).toBe(403);
    expect((await browser.principal()).role).toBe('reporter');
  });

  test('is accepted from a page of the product, which may have each name of its machine', async () => {
    for (const origin of [ours, 'http://127.0.0.1:3000', 'http://[::1]:3000']) {
      const browser = await signedIn();
      expect((await signOut(postRequest(await ask({ origin, browser })))).status).toBe(303);
      expect((await browser.principal()).role).toBe('visitor');
    }
    checkSettings({ BATON_EMBEDDED: '' });
    expect((await signOut(postRequest(await ask({ origin: 'http://127.0.0.1:3000' })))).status).toBe(403);
  });
});

describe('over https', () => {
  const kept = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };

  test('the cookies of a sign-in have the attributes of the server and the site alone', async () => {
    checkSettings({ BATON_EMBEDDED: '', APP_ORIGIN: https });
    await ask({ origin: https });
    const { username, password } = user;
    await signIn(freshForm as never, form({ username, password }));
    expect([...asked.given.keys()].sort()).toEqual([
      '__Host-device',
      '__Host-new-password',
      '__Host-second-step',
      '__Host-session',
    ]);
    for (const cookie of asked.given.values()) expect(cookie).toMatchObject(kept);
  });

  test('the one that a sign-out deletes has them too', async () => {
    const browser = await signedIn();
    checkSettings({ BATON_EMBEDDED: '', APP_ORIGIN: https });
    browser.jar.set('__Host-session', browser.jar.get('session') ?? '');
    const answer = await signOut(postRequest(await ask({ origin: https, browser })));
    expect(answer.headers.get('set-cookie')).toBe('__Host-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure');
  });
});

describe('a refused write', () => {
  test('returns to the form with all typed values except secrets', async () => {
    await ask({ origin: ours });
    const typed = { username: user.username, next: '/workbench' };
    const secrets = { password: 'hidden', repeated: 'hidden', present: 'hidden', code: 'hidden' };
    const answer = await signIn(freshForm as never, form({ ...typed, ...secrets }));
    expect(answer).toMatchObject({ status: 'refused', values: typed });
    expect(JSON.stringify(answer)).not.toContain('hidden');
  });

  test('is known before the file of a sender without permission is read', async () => {
    const unread = new ReadableStream({
      pull: () => {
        throw new Error('somebody read it');
      },
    });
    const request = postRequest(await ask({ origin: ours }), unread);
    expect((await attach(request)).status).toBe(403);
    expect(request.bodyUsed).toBe(false);
  });

  test('is a conflict when a figure has changed', async () => {
    const collectionId = await inventedCollection(database);
    const headers = await ask({ origin: ours, browser: await signedIn() });
    const entry = { typed: '1', typedYoy: '', note: '', sourceText: '', explanation: '' };
    const cell = { indicatorCode: 'D1', periodCode: '2026-M10', entry };
    const sendChange = async (version: number) =>
      (
        await save(
          postRequest(headers, JSON.stringify({ collectionId, unitCode: 'JIA', cells: [{ ...cell, version }] })),
        )
      ).status;
    expect([await sendChange(0), await sendChange(7)]).toEqual([200, 409]);
    await sql`update collection set state = 'closed' where id = ${collectionId}`;
    expect(await sendChange(1)).toBe(409);
  });

  test('beyond a limit states how long to wait', async () => {
    const headers = await ask({ origin: ours, browser: await signedIn() });
    await sql`insert into throttle (bucket, failures, since, blocked_until)
      values (${`upload:${user.id}`}, 120, now(), now() + interval '1 minute')`;
    expect((await attach(postRequest(headers))).status).toBe(429);
    await sql`insert into throttle (bucket, failures, since, blocked_until)
      values ('search:10.5.0.1', 1200, now(), now() + interval '1 minute')`;
    const answer = await overused(anonymousPrincipal(), 'search');
    expect(answer?.status).toBe(429);
    expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('counts as a visitor’s when the session ended during the upload', async () => {
    const office = await account(database, { username: freshName(), role: 'assessmentOffice' });
    const browser = new Browser();
    await browser.signIn(office.username, office.password);
    const fields = form({ collectionId: await inventedCollection(database) });
    fields.set('file', new File(['%PDF-1.7 演示'], '甲.pdf'));
    const written = new Response(fields);
    const bytes = new Uint8Array(await written.arrayBuffer());
    const send = async (meanwhile: () => Promise<unknown>) => {
      const headers = await ask({ origin: ours, browser });
      headers.set('content-type', written.headers.get('content-type') ?? '');
      const body = new ReadableStream({
        async pull(controller) {
          await meanwhile();
          controller.enqueue(bytes);
          controller.close();
        },
      });
      return (await attach(postRequest(headers, body))).status;
    };
    expect(await send(async () => {})).toBe(303);
    expect(await send(() => sql`delete from app_session where user_id = ${office.id}`)).toBe(403);
    expect(await sql`select count(*)::int as n from attachment`).toEqual([{ n: 1 }]);
  });

  test('of a visitor asks to sign in, and does not speak of a role', async () => {
    const body = JSON.stringify({ collectionId: 'none', cells: [] });
    const answer = await save(postRequest(await ask({ origin: ours }), body));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toMatch(/已退出登录.*已填写的内容还在/);
  });

  test('of too large a file does not ask to wait', async () => {
    const headers = await ask({ origin: ours, browser: await signedIn() });
    const body = form({ collectionId: await inventedCollection(database), version: '0' });
    body.set('file', new File([new Uint8Array(6 * 1024 * 1024)], '甲.pdf'));
    const answer = await attach(postRequest(headers, body));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([413, null]);
  });

  test('after a fault of the product has a number and no details', () => {
    const words = wordsOf(new Error('select hidden from /srv/baton/app.js'), 'zh-CN');
    expect(words).not.toMatch(/hidden|select|\/srv/);
    expect(words).toMatch(/[0-9a-f]{10}/);
  });
});

test('a form shows all its faults at once, each at its field, and keeps the typed values', async () => {
  const made = await account(database, { username: freshName(), role: 'administrator', unitCode: '' });
  const browser = new Browser();
  await browser.signIn(made.username, made.password);
  await ask({ origin: ours, browser });
  const typed = { username: '!', name: '', role: 'emperor', unitCode: 'JIA', department: '演示部门' };
  const answer = await create(freshForm, form(typed));
  if (answer.status !== 'refused') throw new Error('the form was taken');
  expect(answer.faults?.map(({ field }) => field)).toEqual(['username', 'name', 'role']);
  for (const { message } of answer.faults ?? []) expect(message).toMatch(/[一-龥]{4}/);
  expect(answer.values).toMatchObject(typed);
});
