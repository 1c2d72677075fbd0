import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { closeSharedPool, db } from '@/db/client';
import { send } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { contentRows } from '@/e2e/flight';
import { openOwnDatabase } from '@/e2e/product';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal, systemPrincipal } from '@/lib/access/principal';
import { closeSession } from '@/lib/access/sign-in/close-session';
import { adopt } from '@/lib/cli/launch/web-settings';
import { importFigures } from '@/lib/reporting/import/import-figures';
import { account, Browser, freshName, refusalOf } from '@/lib/testing/accounts';
import type { LoadedDatabase } from '@/lib/testing/database';
import { many } from '@/lib/testing/many';
import { checkedBuild, embeddedSettings, startWebServer } from '@/lib/testing/web-server';

test.describe.configure({ mode: 'serial' });

let database: LoadedDatabase;
let web: Awaited<ReturnType<typeof startWebServer>>;

// A product of its own: writes of other tests between two answers would make them differ.
test.beforeAll(async () => {
  test.setTimeout(180_000);
  await closeSharedPool();
  database = await openOwnDatabase('kept pages');
  web = await startWebServer(database.url, checkedBuild);
  process.env.DATABASE_URL = database.url;
  adopt({ ...embeddedSettings(database.url), origin: web.url });
});
test.afterAll(async () => {
  await closeSharedPool();
  await web?.stop();
  await database?.stop();
});

const paths = [
  '/',
  '/catalogue/indicators/GDP',
  '/catalogue/indicators/GDP?asof=2024-01-01T00:00',
  '/catalogue/indicators',
  '/catalogue/units/320671',
  '/catalogue/sources',
  '/dashboards/compare',
  '/assessment/rankings',
  '/assessment/schemes',
  '/assessment/schemes/DEMO-SAFETY',
  '/reporting/revisions',
  '/reporting/revisions/GDP/320671/2023',
  '/search?q=gdp',
  '/help',
  '/access/roles',
];
const ways: readonly Readonly<Record<string, string>>[] = [{}, { 'accept-language': 'en' }, { rsc: '1' }];

type Answer = Awaited<ReturnType<typeof send>>;
const nonceOf = ({ headers }: Answer) => /'nonce-([\w-]+)'/.exec(`${headers['content-security-policy']}`)?.[1] ?? '?';
const isKept = ({ headers }: Answer) => 'content-length' in headers;

/**
 * The content of an answer: without its nonce, and independent of the pieces in which the framework sends it, and of the empty
 * comments by which it parts texts that were ready at different times.
 */
function contentOf(answer: Answer): string {
  const body = answer.body.replaceAll(nonceOf(answer), '').replaceAll('<!-- -->', '');
  const isForScripts = `${answer.headers['content-type']}`.includes('text/x-component');
  const pieces: string[] = [];
  const page = isForScripts
    ? ''
    : body.replace(/<script nonce="">self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g, (_, text) => {
        pieces.push(JSON.parse(text));
        return '';
      });
  const headers = ['content-type', 'cache-control', 'vary', 'location', 'set-cookie'].map(
    (name) => answer.headers[name],
  );
  return JSON.stringify([answer.status, headers, page, contentRows(isForScripts ? body : pieces.join(''))]);
}

/** Visitors and signed-in people, with their actions. */
class Readers {
  readonly browser = new Browser();
  user: { username: string; password: string } | null = null;
  choices: string[] = [];

  get cookies(): string {
    return [...this.choices, ...(this.browser.caller.cookies ? [this.browser.caller.cookies] : [])].join('; ');
  }

  async act(step: Step): Promise<void> {
    if (step.kind === 'write') await importValue(step.value);
    if (step.kind === 'choose') this.choices = [...step.choices];
    if (step.kind === 'signIn') {
      this.user ??= await account(db(), { username: freshName(), role: 'leader', unitCode: '' });
      await this.browser.signIn(this.user.username, this.user.password);
    }
    if (step.kind === 'signOut' && this.browser.jar.has('session')) {
      const principal = await this.browser.principal();
      this.browser.take(await perform(closeSession, principal, {}, { now: new Date() }));
    }
    if (step.kind === 'forget') this.browser.jar.clear();
    if (step.kind === 'refused') {
      const asked = { ...step, kind: undefined };
      await refusalOf(perform(closeSession, anonymousPrincipal(), asked, { now: new Date() }));
    }
  }
}

/** Imports a figure that the overview, the indicator and the unit show. */
async function importValue(value: number): Promise<void> {
  const cells = {
    row: 2,
    indicator: 'GDP',
    unit: '320671',
    period: '2023',
    value: `${value}`,
    qualifier: 'exact',
    qualifier_printed: '',
    vintage: 'final',
    reported_yoy: '',
    period_printed: '',
    source: 'SEED2',
    locator: '',
    quote: '',
    note: '演示数据',
  };
  const id = createHash('sha256').update(randomUUID()).digest('hex');
  const rows = (async function* () {
    yield cells;
  })();
  const asked = { id, fileName: 'x.csv', reason: '测试', rows, tell: () => {} };
  const result = await perform(importFigures, systemPrincipal('check'), asked, { now: new Date() });
  expect(result).toMatchObject({ kind: 'stored' });
}

type Step =
  | { kind: 'write'; value: number }
  | { kind: 'choose'; choices: readonly string[] }
  | { kind: 'signIn' | 'signOut' | 'forget' | 'refused' | 'nothing' };

const choices = fc
  .record({
    locale: fc.constantFrom(null, 'locale=en', 'locale=zh-CN', 'locale=none'),
    menu: fc.constantFrom(null, 'menu=folded', 'menu=open'),
    other: fc.constantFrom(null, null, null, 'theme=dark', 'session=forged.forged'),
  })
  .map(({ locale, menu, other }) => [locale, menu, other].flatMap((one) => one ?? []));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('write' as const), value: fc.integer({ min: 1, max: 99_999 }) }),
  },
  { weight: 3, arbitrary: choices.map((some) => ({ kind: 'choose' as const, choices: some })) },
  {
    weight: 5,
    arbitrary: fc.constantFrom('signIn', 'signOut', 'forget', 'refused', 'nothing').map((kind) => ({ kind })),
  },
) as fc.Arbitrary<Step>;
const look = fc.record({ path: fc.constantFrom(...paths), way: fc.constantFrom(...ways) });

test('after any actions, a page is the same as one rendered anew, and has a nonce of its own', async () => {
  test.setTimeout(many(3_000_000, 240_000));
  const nonces = new Set<string>();
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.array(look, { maxLength: 3 })), { maxLength: 6 }), async (story) => {
      const readers = new Readers();
      for (const [does, looks] of story) {
        await readers.act(does);
        for (const { path, way } of looks) {
          const ask = (more: Record<string, string> = {}) =>
            send(`${web.url}${path}`, { headers: { ...way, cookie: readers.cookies, ...more } });
          // An unknown header makes the server render the page anew; once before and once after, as the minute may
          // change.
          const before = await ask({ 'x-anew': '1' });
          const answers = [...(await Promise.all([ask(), ask()])), await ask()];
          const anew = [contentOf(before), contentOf(await ask({ 'x-anew': '1' }))];
          for (const answer of answers) {
            expect(anew.includes(contentOf(answer)), `${path} for ${readers.cookies} as one made anew`).toBe(true);
            expect(nonces, 'a nonce again').not.toContain(nonceOf(answer));
            nonces.add(nonceOf(answer));
            expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
            if (isKept(answer)) {
              kept += 1;
              expect(readers.cookies, 'a kept page').not.toMatch(/session|theme|device/);
              expect(answer.body.match(/nonce="[^"]*"/g)?.every((one) => one.includes(nonceOf(answer)))).not.toBe(
                false,
              );
            }
          }
        }
      }
    }),
    { numRuns: many(300, 12), endOnFailure: true },
  );
  console.log(`${nonces.size} answers, ${kept} of them kept pages`);
  expect(kept).toBeGreaterThan(10);
});

test('pages without a time are rendered once for many readers, and a write is visible at once', async () => {
  const ask = (path: string, cookie = '') => send(`${web.url}${path}`, { headers: { cookie } });
  for (const path of ['/', '/catalogue/indicators/GDP', '/catalogue/units/320671', '/assessment/schemes', '/help']) {
    await ask(path);
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(path)));
    expect(answers.map(isKept), path).not.toContain(false);
    expect(new Set(answers.map(nonceOf)).size, path).toBe(10);
  }
  for (const value of [41_234, 51_234]) {
    await importValue(value);
    const seen = `${value}`.replace(/\B(?=(\d{3})+$)/g, ',?');
    expect((await ask('/catalogue/indicators/GDP?period=2023')).body).toMatch(new RegExp(seen));
  }
});
