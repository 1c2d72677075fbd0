import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { indicator, orgUnit, topic } from '@/db/schema/catalogue';
import { principalOf } from '@/lib/access/auth/queries';
import { type Caller, noCaller } from '@/lib/access/caller';
import { perform } from '@/lib/access/command';
import { ownerOf } from '@/lib/access/page-owner';
import { anonymousPrincipal, type Principal, systemPrincipal } from '@/lib/access/principal';
import { openSession } from '@/lib/access/sign-in/open-session';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { createUser } from '@/lib/access/users/create-user';
import { type AccountRole, ownerHeader } from '@/lib/access/words';
import type { SetCookie } from '@/lib/cookies';
import { Refusal } from '@/lib/errors';

/** The settings of the built-in product, for checks that run commands in their own process, and none that other files left there. */
export function checkSettings(more: Readonly<Record<string, string>> = {}): void {
  delete process.env.PUBLIC_READING;
  Object.assign(process.env, { BATON_EMBEDDED: '1', BATON_SECRET: checkSecret, APP_ORIGIN: '', ...more });
}
export const checkSecret = 'a secret of the checks alone, and long enough';

/** A browser that keeps cookies and sends them. */
export class Browser {
  readonly jar = new Map<string, string>();
  readonly address: string;

  constructor(address = '10.0.0.1') {
    this.address = address;
  }

  get caller(): Caller {
    const cookies = [...this.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    return { ...noCaller, address: this.address, userAgent: 'check', cookies };
  }

  take(cookies: readonly SetCookie[]): void {
    for (const { name, value, maxAge } of cookies) {
      if (maxAge === 0) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }

  principal(now = new Date(), isActive = true): Promise<Principal> {
    return principalOf(this.caller, { now, isActive });
  }

  async signIn(username: string, password: string, now = new Date()): Promise<SignInOutcome> {
    const outcome = await perform(
      openSession,
      anonymousPrincipal(),
      { username, password },
      { now, caller: this.caller },
    );
    this.take(outcome.cookies);
    return outcome;
  }
}

const owners = new Map<string, Promise<string>>();

/** The headers with which a script of a signed-in page writes: its cookies, and the owner of the page. */
export async function writingHeaders(cookies: string): Promise<Record<string, string>> {
  if (cookies === '') return {};
  const asked = { now: new Date(), isActive: false };
  const owner = owners.get(cookies) ?? principalOf({ ...noCaller, cookies }, asked).then(ownerOf);
  owners.set(cookies, owner);
  return { cookie: cookies, [ownerHeader]: await owner };
}

/** Creates two fictional units, one indicator and its department, for accounts to belong to. */
export async function fictionalUnits(database: Database): Promise<void> {
  const place = { kind: 'county' as const, initials: '', gbCode: null, validFrom: null, validTo: null };
  await database
    .insert(orgUnit)
    .values([
      { ...place, code: 'JIA', parentCode: null, nameZh: '甲区', nameEn: 'District A', sortOrder: 9001 },
      { ...place, code: 'YI', parentCode: null, nameZh: '乙县', nameEn: 'County B', sortOrder: 9002 },
    ])
    .onConflictDoNothing();
  await database
    .insert(topic)
    .values({ code: 'DEMO', nameZh: '演示', nameEn: 'Demo', sortOrder: 999 })
    .onConflictDoNothing();
  await database
    .insert(indicator)
    .values({
      code: 'DEMO',
      topicCode: 'DEMO',
      nameZh: '演示指标',
      nameEn: 'Demonstration',
      initials: '',
      unitZh: '家',
      unitEn: 'firms',
      decimals: 0,
      measure: 'amount',
      direction: 'higher',
      basis: 'current',
      frequency: 'monthly',
      responsibleZh: '演示部门',
      responsibleEn: 'Demonstration department',
      sortOrder: 9999,
    })
    .onConflictDoNothing();
}

let made = 0;
/** An unused username. */
export function freshName(): string {
  made += 1;
  return `t${process.pid}.${made}`;
}

/** Creates an account whose password is already `password`, so that it can sign in at once. */
export async function account(
  database: Database,
  {
    username,
    role,
    unitCode = 'JIA',
    department = '演示部门',
  }: { username: string; role: AccountRole; unitCode?: string; department?: string },
): Promise<{ id: string; username: string; password: string }> {
  const posting = { name: `演示·${username}`, role, unitCode, department };
  const made = await perform(
    createUser,
    systemPrincipal('check'),
    { username, ...posting },
    { now: new Date(), database },
  );
  await database
    .update(appUser)
    .set({ mustChangePassword: false, handedOverUntil: null })
    .where(eq(appUser.id, made.userId));
  return { id: made.userId, username, password: made.secret };
}

/** The kind and key of the refusal of a piece of work; null when it succeeded; other errors are thrown. */
export function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? `${error.kind} ${error.key}` : error),
  );
}
