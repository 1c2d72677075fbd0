import type { BrowserContext, Browser as Opened, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { appSession, appUser } from '@/db/schema/access';
import { contextOptions } from '@/e2e/browser/context';
import { untilHydrated } from '@/e2e/hydration';
import { type AccountRole, accountRoles } from '@/lib/access/words';
import { adopt } from '@/lib/cli/launch/web-settings';
import { errors } from '@/lib/i18n/zh-CN/errors';
import { account, Browser, freshName } from '@/lib/testing/accounts';
import { isDeep } from '@/lib/testing/many';
import { embeddedSettings } from '@/lib/testing/web-server';

/** A person who sends requests: a signed-in role, or one of the cases without a session. */
export type Person = {
  readonly name: string;
  readonly role: AccountRole | 'visitor';
  readonly cookies: string;
  /** The account of a signed-in person. */
  readonly user?: { readonly username: string; readonly password: string };
};

/** The refusal, in Chinese, for a person without permission for a command. */
export function refusedWords({ role }: Pick<Person, 'role'>): string {
  return role === 'visitor' ? errors.signedOut : errors.command;
}

/** Lets commands of the tests work on the database of the product under test, or of a given one, with its secret. */
export function joinProduct({
  databaseUrl = process.env.BATON_E2E_DATABASE ?? '',
  url = process.env.BATON_E2E_URL ?? '',
} = {}): void {
  process.env.DATABASE_URL = databaseUrl;
  adopt({ ...embeddedSettings(databaseUrl), origin: url });
}

/** Creates an account of a role in a unit of the data set, with a known password. */
export function newAccount(role: AccountRole, unitCode = '320671', username = freshName(), department = '统计部门') {
  return account(db(), { username, role, unitCode, department });
}

/** The cookies of a browser after the account has signed in. */
export async function cookiesOf(user: { username: string; password: string }): Promise<string> {
  const browser = new Browser(`10.${process.pid % 250}.1.1`);
  const outcome = await browser.signIn(user.username, user.password);
  if (outcome.kind !== 'in') throw new Error(`${user.username} did not get in: ${outcome.kind}`);
  return browser.caller.cookies;
}

/** Puts the cookies of a session into a browser context, in place of all others. */
export async function enterAs(context: BrowserContext, product: string, cookies: string): Promise<void> {
  await context.clearCookies({ name: /session/ });
  await context.addCookies(
    cookies.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: product };
    }),
  );
}

/** A page of a signed-in person of a role and a unit, in a browser context of its own. */
export async function signedIn(browser: Opened, product: string, role: AccountRole, unit?: string): Promise<Page> {
  const context = await browser.newContext({ ...contextOptions, baseURL: product });
  await enterAs(context, product, await cookiesOf(await newAccount(role, unit)));
  return untilHydrated(await context.newPage());
}

/** Every role signed in, and the four cases without a session: none, disabled, a password to choose, expired. */
export async function everybody(): Promise<Person[]> {
  const people: Person[] = [{ name: 'anonymous', role: 'visitor', cookies: '' }];
  for (const role of accountRoles) {
    const user = await newAccount(role);
    people.push({ name: role, role, user, cookies: await cookiesOf(user) });
  }
  const formerPerson = async (name: string, change: (id: string) => Promise<unknown>): Promise<void> => {
    const user = await newAccount('administrator');
    const cookies = await cookiesOf(user);
    await change(user.id);
    people.push({ name, role: 'visitor', cookies });
  };
  const set = (id: string, change: Partial<typeof appUser.$inferInsert>) =>
    db().update(appUser).set(change).where(eq(appUser.id, id));
  await formerPerson('disabled', (id) => set(id, { banned: true }));
  await formerPerson('mustChangePassword', (id) => set(id, { mustChangePassword: true }));
  await formerPerson('expired', (id) =>
    db()
      .update(appSession)
      .set({ activeAt: new Date(Date.now() - 31 * 60_000) })
      .where(eq(appSession.userId, id)),
  );
  return people;
}

/** The people who ask in a turn: of the three with a worthless session one by turns, in the deep run all. */
export function askersAt<Asker extends Person>(turn: number, people: readonly Asker[]): readonly Asker[] {
  const worthless = people.filter(({ role, cookies }) => role === 'visitor' && cookies !== '');
  return people.filter((one) => isDeep || !worthless.includes(one) || one === worthless[turn % worthless.length]);
}
