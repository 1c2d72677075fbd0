import { send } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { scripts } from '@/e2e/scripts';
import type { AccountRole } from '@/lib/access/words';

joinProduct();

test('forty hostile names, on every page that shows them, run nothing', async ({ page, context, product, sql }) => {
  test.setTimeout(90_000);
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
  for (const name of scripts) {
    await sql`update app_user set name = ${name} where id = ${hostile.id}`;
    await enter(administrator);
    await page.goto(`/access/users?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole('searchbox')).toBeVisible();
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

// Twenty of a hundred: all of them would take minutes and tell no more.
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

/** Addresses with the parameters they take, asked for by an auditor or by the role named. */
const parameters: readonly (readonly [path: string, names: readonly string[], role?: AccountRole])[] = [
  ['/search', ['q']],
  ['/catalogue/indicators', ['q', 'topic', 'sort']],
  ['/catalogue/indicators/GDP', ['period', 'group', 'sort', 'order', 'from']],
  ['/catalogue/units', ['q', 'kind']],
  ['/catalogue/sources', ['q', 'sort']],
  ['/dashboards/compare', ['units', 'indicators', 'group', 'period', 'year']],
  ['/access/users', ['q', 'role', 'state', 'page']],
  ['/access/audit', ['from', 'to', 'who', 'command', 'subject', 'before', 'check']],
  ['/api/search', ['q']],
  ['/api/downloads/indicator/GDP', ['format', 'period', 'group']],
  ['/api/downloads/audit', ['format', 'from', 'to', 'who', 'command', 'subject']],
  ['/sign-in', ['next']],
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
  ['/reporting/rules', ['severity', 'kind', 'state'], 'assessmentOffice'],
  ['/reporting/rules/new', ['kind', 'try', 'code', 'min', 'expression', 'factors'], 'assessmentOffice'],
  ['/reporting/rules/JUMP-YEAR?try=1', ['percent', 'points', 'indicatorCodes', 'messageZh'], 'assessmentOffice'],
  ['/reporting/revisions', ['range', 'since', 'until', 'indicator', 'unit', 'group', 'kind', 'page']],
  ['/reporting/revisions/GDP/320600/2022', ['asof']],
];

/** Addresses in which the text stands for a row. */
const places = ['/catalogue/indicators/X', '/catalogue/units/X', '/catalogue/sources/X', '/reporting/entry/X']
  .concat(['/reporting/entry/X/submit', '/reporting/entry/X/print', '/reporting/import/X', '/reporting/review/X/X'])
  .concat(['/reporting/collections/X', '/reporting/collections/X/edit', '/reporting/calendars/X', '/reporting/rules/X'])
  .concat(['/reporting/revisions/X/320600/2022', '/reporting/revisions/GDP/X/X', '/access/users/X'])
  .concat(['/api/downloads/attachment/X', '/api/downloads/upload/X', '/api/downloads/template/X'])
  .concat(['/api/downloads/collection/X', '/api/downloads/indicator/X']);

const roles = ['auditor', 'reporter', 'unitReviewer', 'assessmentOffice'] as const;

test('hostile parameters, in every place of an address, break nothing and wait for nothing', async ({
  product,
  sql,
}) => {
  test.setTimeout(180_000);
  const cookies = new Map<AccountRole, string>();
  for (const role of roles) cookies.set(role, await cookiesOf(await newAccount(role, 'DEMO-JIA')));
  const [row] = await sql`select
    (select collection_id from submission where org_unit_code = 'DEMO-JIA' and state = 'draft' order by 1 limit 1) as draft,
    (select collection_id from submission_value where org_unit_code = 'DEMO-JIA' and awaits = 'unitReviewer' order by 1
      limit 1) as waiting`;
  const faults: string[] = [];
  let asked = 0;
  const ask = async (address: string, role: AccountRole) => {
    const start = performance.now();
    const { status, body } = await send(`${product}${address}`, { headers: { cookie: cookies.get(role) ?? '' } });
    asked += 1;
    const time = performance.now() - start;
    if (status >= 500 || time > 1000 || /syntax error|PostgresError|URIError|at \w+ \(|出错了/.test(body))
      faults.push(`${address.slice(0, 80)} for ${role}: ${status}, ${time.toFixed(0)} ms`);
  };
  for (const [path, names, role = 'auditor'] of parameters) {
    const address = path.replace('DRAFT', row?.draft).replace('WAITING', row?.waiting);
    // The first answer of a page is not the one whose time counts.
    await send(`${product}${address}`, { headers: { cookie: cookies.get(role) ?? '' } });
    for (const name of names) {
      for (const value of injections) {
        await ask(`${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`, role);
      }
    }
  }
  for (const role of roles) {
    for (const place of places) {
      for (const value of ["' or 1=1 --", '%', '%zz', '%00', '\0', '../..', '𝟙', 'a'.repeat(3000)]) {
        await ask(place.replaceAll('X', encodeURIComponent(value)), role);
      }
    }
  }
  console.log(`${asked} addresses`);
  expect(faults).toEqual([]);
});
