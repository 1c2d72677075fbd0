import { send } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { scriptsOn } from '@/e2e/scripts';
import type { AccountRole } from '@/lib/access/words';
import { isDeep } from '@/lib/testing/many';

joinProduct();

/** How many of the scripts stand in a name at once. */
const together = 5;

test('forty hostile names, on every page that shows them, run nothing', async ({ page, context, product, sql }) => {
  test.setTimeout(400_000);
  const administrator = await cookiesOf(await newAccount('administrator'));
  const auditor = await cookiesOf(await newAccount('auditor'));
  const hostile = await newAccount('reporter');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  const enter = (cookies: string) => enterAs(context, product, cookies);
  const own = await cookiesOf(hostile);
  await enter(administrator);
  for (const { text: name, shown } of scriptsOn(['list', 'account'], together)) {
    await sql`update app_user set name = ${name} where id = ${hostile.id}`;
    if (shown.includes('list')) {
      await page.goto(`/access/users?q=${encodeURIComponent(hostile.username)}`);
      await expect(page.getByText(hostile.username).first()).toBeVisible();
    }
    await page.goto(`/access/users/${hostile.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name.trim().replace(/\s+/g, ' '));
  }
  await enter(own);
  await page.goto('/workbench');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await enter(auditor);
  await page.goto('/access/audit');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked).toEqual([]);
});

// Twenty of a hundred: all of them would take minutes and prove no more.
const injections = [
  "'",
  "' or 1=1 --",
  "'; drop table app_user; --",
  '1; select pg_sleep(3)',
  "' union select null,null--",
  "\\'",
  '%27',
  '%',
  '_',
  '$1',
  "x' and pg_sleep(3)--",
  '\0',
  '-1',
  '1e400',
  '999999999999999999999',
  'null',
  '[]',
  '../../etc/passwd',
  '𝟙',
  'a'.repeat(3000),
];

/** Addresses with their parameters, requested by an auditor or by the named role. */
const parameters: readonly (readonly [path: string, names: readonly string[], role?: AccountRole])[] = [
  ['/search', ['q']],
  ['/catalogue/indicators', ['q', 'topic', 'sort', 'page']],
  ['/catalogue/indicators/new', ['topic'], 'assessmentOffice'],
  ['/catalogue/topics', ['edit', 'done'], 'assessmentOffice'],
  ['/catalogue/indicators/GDP', ['period', 'group', 'sort', 'order', 'from']],
  ['/catalogue/units', ['q', 'kind']],
  ['/catalogue/sources', ['q', 'sort']],
  ['/catalogue/annotations', ['q', 'kind', 'state', 'unit', 'indicator', 'page']],
  ['/catalogue/annotations/new', ['kind', 'unit', 'indicator'], 'assessmentOffice'],
  ['/api/downloads/honours/320671-EMB', ['format']],
  ['/dashboards/compare', ['units', 'indicators', 'group', 'period', 'year']],
  ['/access/users', ['q', 'role', 'state', 'page']],
  ['/access/audit', ['from', 'to', 'who', 'command', 'subject', 'before', 'check']],
  ['/api/search', ['q']],
  ['/api/catalogue/formula', ['expression', 'code', 'unit', 'q'], 'assessmentOffice'],
  ['/api/downloads/indicator/GDP', ['format', 'period', 'group']],
  ['/api/downloads/audit', ['format', 'from', 'to', 'who', 'command', 'subject']],
  ['/monitoring/follow-ups', ['unit', 'state', 'due', 'origin', 'view', 'page']],
  ['/monitoring/follow-ups/new', ['unit', 'indicator', 'period', 'run', 'remark'], 'assessmentOffice'],
  ['/monitoring/follow-ups/new?unit=DEMO-BING&indicator=DEMO_PROJ', ['year', 'month'], 'assessmentOffice'],
  ['/api/downloads/follow-ups', ['format', 'unit', 'state', 'due', 'origin']],
  ['/assessment/appeals', ['unit', 'state', 'page']],
  ['/notices', ['only', 'page', 'done'], 'reporter'],
  ['/assessment/appeals/new?unit=DEMO-JIA', ['run', 'item'], 'reporter'],
  ['/api/downloads/appeals', ['format', 'unit', 'state']],
  ['/monitoring/registers/DEMO-KEY', ['day', 'street'], 'assessmentOffice'],
  ['/monitoring/registers/DEMO-KEY/blind', ['day'], 'reporter'],
  ['/monitoring/registers/DEMO-KEY/figures', ['month'], 'assessmentOffice'],
  [
    '/monitoring/registers/DEMO-KEY/entries',
    ['day', 'field', 'grade', 'bureau', 'street', 'group', 'blind', 'q', 'page'],
    'assessmentOffice',
  ],
  ['/monitoring/registers/DEMO-KEY/entries/DEMO-0001', ['day', 'done'], 'assessmentOffice'],
  ['/api/downloads/register', ['format', 'register', 'what', 'day', 'field', 'q', 'blind'], 'assessmentOffice'],
  ['/monitoring/task-lists', ['year', 'group', 'page'], 'assessmentOffice'],
  ['/monitoring/task-lists/DEMO-JIA', ['year', 'done'], 'reporter'],
  ['/api/downloads/task-lists', ['format', 'year', 'unit', 'group'], 'assessmentOffice'],
  ['/sign-in', ['next']],
];

const reportingParameters: typeof parameters = [
  ['/reporting/entry/DRAFT', ['saved', 'submitted'], 'reporter'],
  ['/reporting/entry/DRAFT/print', ['values'], 'reporter'],
  ['/reporting/import', ['collection'], 'reporter'],
  ['/api/downloads/template/DRAFT', ['format'], 'reporter'],
  ['/reporting/review', ['tab', 'collection', 'unit', 'department'], 'unitReviewer'],
  ['/reporting/review/WAITING/DEMO-JIA', ['figure', 'department', 'done', 'count', 'about'], 'unitReviewer'],
  ['/reporting/collections', ['q', 'state', 'period', 'page'], 'assessmentOffice'],
  ['/reporting/collections/DRAFT', ['show', 'sort', 'do', 'unit', 'number', 'done', 'count'], 'assessmentOffice'],
  ['/reporting/collections/new', ['kind', 'year', 'period', 'from'], 'assessmentOffice'],
  ['/reporting/calendars', ['done', 'opened', 'refused'], 'assessmentOffice'],
  ['/reporting/calendars/new', ['kind', 'year', 'period'], 'assessmentOffice'],
  ['/api/downloads/collection/DRAFT', ['format'], 'assessmentOffice'],
  ['/reporting/rules', ['severity', 'kind', 'indicator'], 'assessmentOffice'],
  ['/reporting/rules/new', ['kind', 'try', 'code', 'min', 'expression', 'factors'], 'assessmentOffice'],
  ['/reporting/rules/JUMP-YEAR?try=1', ['percent', 'points', 'indicatorCodes', 'messageZh'], 'assessmentOffice'],
  ['/reporting/revisions', ['range', 'since', 'until', 'indicator', 'unit', 'group', 'kind', 'page']],
  ['/reporting/revisions/GDP/320600/2022', ['asof']],
];

/** Addresses in which the text stands for a row, with the roles that may request them. */
const places: readonly (readonly [role: AccountRole, addresses: readonly string[]])[] = [
  ['reporter', ['/reporting/entry/X', '/reporting/entry/X/submit', '/reporting/entry/X/print', '/reporting/import/X']],
  ['reporter', ['/api/downloads/upload/X', '/api/downloads/template/X', '/api/downloads/attachment/X']],
  ['unitReviewer', ['/reporting/review/X/X', '/reporting/review/X/DEMO-JIA', '/api/downloads/attachment/X']],
  ['assessmentOffice', ['/reporting/collections/X', '/reporting/collections/X/edit', '/reporting/calendars/X']],
  ['assessmentOffice', ['/reporting/rules/X', '/api/downloads/collection/X']],
  ['auditor', ['/catalogue/indicators/X', '/catalogue/units/X', '/catalogue/sources/X', '/access/users/X']],
  ['reporter', ['/monitoring/follow-ups/X', '/api/downloads/evidence/X/X', '/api/downloads/evidence/2026-1/X']],
  ['reporter', ['/assessment/appeals/X', '/api/downloads/appeal/X/X', '/assessment/appeals/new?run=X&unit=X']],
  [
    'reporter',
    ['/monitoring/task-lists/X', '/monitoring/task-lists/DEMO-JIA/X', '/api/downloads/task-lists?format=csv&unit=X'],
  ],
  ['assessmentOffice', ['/monitoring/task-templates/X', '/monitoring/task-lists/X/X']],
  ['assessmentOffice', ['/monitoring/registers/X', '/monitoring/registers/DEMO-KEY/entries/X']],
  ['auditor', ['/reporting/revisions/X/320600/2022', '/reporting/revisions/GDP/X/X', '/api/downloads/indicator/X']],
];

const roles = ['auditor', 'reporter', 'unitReviewer', 'assessmentOffice'] as const;

/**
 * Requests addresses as a person, and records faults and answers that take a second and ten times as long as a normal
 * one.
 */
async function askerFor(product: string) {
  const cookies = new Map<AccountRole, string>();
  for (const role of roles) cookies.set(role, await cookiesOf(await newAccount(role, 'DEMO-JIA')));
  const faults: string[] = [];
  let honest = 0;
  const ask = async (address: string, role: AccountRole, isTimed = true) => {
    const start = performance.now();
    const { status, body } = await send(`${product}${address}`, { headers: { cookie: cookies.get(role) ?? '' } });
    const time = performance.now() - start;
    if (!isTimed) honest = Math.max(honest, time);
    const isSlow = isTimed && time > 1000 && time > 10 * honest;
    if (status >= 500 || isSlow || /syntax error|PostgresError|URIError|at \w+ \(|出错了/.test(body))
      faults.push(`${address.slice(0, 80)} for ${role}: ${status}, ${time.toFixed(0)} ms`);
  };
  return { ask, faults };
}

for (const [what, list] of Object.entries({
  'published pages and accounts': parameters,
  reporting: reportingParameters,
})) {
  test(`hostile parameters cause no fault and no delay on the pages of ${what}`, async ({ product, sql }) => {
    test.setTimeout(400_000);
    const { ask, faults } = await askerFor(product);
    const [row] = await sql`select
      (select collection_id from submission where org_unit_code = 'DEMO-JIA' and state = 'draft' order by 1 limit 1) as draft,
      (select collection_id from submission_value where org_unit_code = 'DEMO-JIA' and awaits = 'unitReviewer' order by 1
        limit 1) as waiting`;
    for (const [path, names, role = 'auditor'] of list) {
      const address = path.replace('DRAFT', row?.draft).replace('WAITING', row?.waiting);
      // The first answer of a page is not timed.
      await ask(address, role, false);
      for (const [at, name] of names.entries()) {
        // Every seventh in turn; all in the deep run.
        for (const value of injections.filter((_, nth) => isDeep || nth % 7 === at % 7)) {
          await ask(`${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`, role);
        }
      }
    }
    expect(faults).toEqual([]);
  });
}

test('a hostile text in place of a row finds nothing, and causes no fault', async ({ product }) => {
  test.setTimeout(400_000);
  const { ask, faults } = await askerFor(product);
  for (const [role, addresses] of places) {
    for (const address of addresses) {
      await ask(address, role, false);
      for (const value of ["' or 1=1 --", '%', '%zz', '%00', '\0', '../..', '𝟙', 'a'.repeat(3000)]) {
        await ask(address.replaceAll('X', encodeURIComponent(value)), role);
      }
    }
  }
  expect(faults).toEqual([]);
});
