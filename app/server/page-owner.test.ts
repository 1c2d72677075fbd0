import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { POST as save } from '@/app/api/reporting/figures/route';
import { POST as attach } from '@/app/api/uploads/attachment/route';
import { type FormAction, freshForm } from '@/app/ui/forms/form-state';
import { testDatabase } from '@/db/testing';
import { ownerField, ownerHeader } from '@/lib/access/words';
import { errors } from '@/lib/i18n/zh-CN/errors';
import { account, Browser, checkSettings, fictionalUnits, freshName, writingHeaders } from '@/lib/testing/accounts';
import { app } from '@/lib/testing/house-files';
import { inventedCollection } from '@/lib/testing/invented-collection';

/** The framework's data about the present request; tests set it here. */
const asked = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({
  headers: async () => asked.headers,
  cookies: async () => ({ get: () => undefined, set: () => {} }),
}));
vi.mock('next/navigation', () => ({ redirect: () => {}, forbidden: () => {} }));

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
const ours = 'http://localhost:3000';
const root = join(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const wrongPage = errors.otherAccount.slice(0, 15);

async function browserOf(unitCode: string): Promise<Browser> {
  const user = await account(database, { username: freshName(), role: 'reporter', unitCode });
  const browser = new Browser();
  await browser.signIn(user.username, user.password);
  return browser;
}
const [jia, yi] = [await browserOf('JIA'), await browserOf('YI')];
const ownerOfPage = async (browser: Browser) => (await writingHeaders(browser.caller.cookies))[ownerHeader] ?? '';

/** A request with the session of one browser, from a page that may be another's. */
function ask(session: Browser, more: Record<string, string> = {}): Headers {
  asked.headers = new Headers({ origin: ours, 'x-baton-address': '10.5.0.1', cookie: session.caller.cookies, ...more });
  return asked.headers;
}
const post = (headers: Headers, body: BodyInit) => new Request(`${ours}/api`, { method: 'POST', headers, body });

beforeEach(async () => {
  await sql`delete from throttle`;
});

describe('what is typed in the form of one unit, with another unit signed in', () => {
  const typed = (collectionId: string, unitCode: string) => {
    const entry = { typed: '88.8', typedYoy: '', note: '', sourceText: '', explanation: '' };
    const cells = [{ indicatorCode: 'D1', periodCode: '2026-M10', version: 0, entry }];
    return JSON.stringify({ collectionId, unitCode, cells });
  };
  const stored = (id: string) => sql`select 1 from submission_value where collection_id = ${id}`;

  test('is stored in neither return, and the answer names the account now signed in', async () => {
    const id = await inventedCollection(database, { units: ['JIA', 'YI'] });
    const headers = ask(jia, { [ownerHeader]: await ownerOfPage(yi) });
    const answer = await save(post(headers, typed(id, 'YI')));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain((await jia.principal()).name);
    expect(await stored(id)).toHaveLength(0);
  });

  test('is refused too where only the unit differs, and without an owner', async () => {
    const id = await inventedCollection(database, { units: ['JIA', 'YI'] });
    const other = await save(post(ask(jia, { [ownerHeader]: await ownerOfPage(jia) }), typed(id, 'YI')));
    expect(other.status).toBe(404);
    expect((await save(post(ask(jia), typed(id, 'JIA')))).status).toBe(409);
    expect(await stored(id)).toHaveLength(0);
    expect((await save(post(ask(jia, { [ownerHeader]: await ownerOfPage(jia) }), typed(id, 'JIA')))).status).toBe(200);
  });

  test('is refused once the account belongs to another unit', async () => {
    const id = await inventedCollection(database, { units: ['JIA', 'YI'] });
    const moved = await browserOf('JIA');
    const owner = await ownerOfPage(moved);
    await sql`update app_user set unit_code = 'YI' where id = ${(await moved.principal()).userId}`;
    const answer = await save(post(ask(moved, { [ownerHeader]: owner }), typed(id, 'YI')));
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(wrongPage);
  });

  test('is not attached as evidence either, by a script or by a plain form', async () => {
    const id = await inventedCollection(database, { units: ['JIA', 'YI'] });
    const form = new FormData();
    for (const [name, value] of Object.entries({
      collectionId: id,
      unitCode: 'JIA',
      figure: 'D1 2026-M10',
      version: '0',
    }))
      form.set(name, value);
    form.set('file', new File(['%PDF-1.7 演示'], '甲.pdf'));
    const send = async (more: Record<string, string>, owner: string) => {
      form.set(ownerField, owner);
      const written = new Response(form);
      const headers = ask(jia, { 'content-type': written.headers.get('content-type') ?? '', ...more });
      const request = new Request(`${ours}/api`, { method: 'POST', headers, body: await written.arrayBuffer() });
      return (await attach(request)).status;
    };
    expect(await send({ [ownerHeader]: await ownerOfPage(yi) }, '')).toBe(409);
    expect(await send({}, await ownerOfPage(yi))).toBe(409);
    expect(await sql`select 1 from attachment where collection_id = ${id}`).toHaveLength(0);
    expect(await send({}, await ownerOfPage(jia))).toBe(303);
  });
});

const actionFiles = app.filter((file) => /^['"]use server['"]/.test(textOf(file).trimStart()));

test('every action that changes something is refused on the page of another account', async () => {
  const owner = await ownerOfPage(yi);
  const form = new FormData();
  form.set(ownerField, owner);
  ask(jia);
  // Signing in and out belong to no account.
  const free = /sign-in\/actions|account\/actions\.ts signOut$/;
  const passed: string[] = [];
  let tried = 0;
  for (const file of actionFiles) {
    const actions: Record<string, FormAction> = await import(join(root, file));
    for (const [name, action] of Object.entries(actions)) {
      if (free.test(`${file} ${name}`)) continue;
      const answer = await action(freshForm, form);
      tried += 1;
      if (answer?.status !== 'refused' || !answer.message.startsWith(wrongPage)) passed.push(`${file} ${name}`);
    }
  }
  expect(passed).toEqual([]);
  expect(tried).toBeGreaterThan(40);
});

test('every form and every script that writes names the owner of its page', () => {
  const writes = /useActionState[<(]|method="post"|method: 'POST'|\.open\('POST'|new FormData\(\)/;
  const free = ['app/ui/shell/locale-switch.tsx', 'app/ui/shell/sign-out-form.tsx'];
  const forms = app.filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('app/server/') && !/\.test\.tsx?$/.test(file),
  );
  const silent = forms.filter(
    (file) => writes.test(textOf(file)) && !/<OwnerField|ownerField|ownerHeader/.test(textOf(file)),
  );
  expect(silent.filter((file) => !free.includes(file))).toEqual([]);
});

test('no page gives a command past the door', () => {
  const past = app.filter(
    (file) => !/^app\/server\/|\.test\.tsx?$/.test(file) && /\b(giveCommand|perform)\(/.test(textOf(file)),
  );
  expect(past).toEqual([]);
});
