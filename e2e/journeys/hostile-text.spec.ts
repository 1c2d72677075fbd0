import { send } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, joinProduct, newAccount } from '@/e2e/people';

joinProduct();

const scripts = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<body onload=alert(1)>',
  '<iframe src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>alert(1)//-->',
  '<style>@import "//evil.example/x.css"</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<base href=//evil.example/>',
  '<object data="javascript:alert(1)">',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button autofocus>x',
  '{{constructor.constructor("alert(1)")()}}',
  '[click](javascript:alert(1))',
  'javascript:alert(1)',
  '\u2028</script><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '＜script＞alert(1)＜/script＞',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '"onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  '` onerror=`alert(1)',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '"};alert(1);//',
  '\u202E<script>alert(1)</script>',
];

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
  const enter = async (cookies: string) => {
    await context.clearCookies();
    await context.addCookies(
      cookies.split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: product };
      }),
    );
  };
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

const parameters: readonly (readonly [path: string, names: readonly string[]])[] = [
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
];

test('hostile parameters, in every place of an address, break nothing and wait for nothing', async ({ product }) => {
  test.setTimeout(120_000);
  const auditor = await cookiesOf(await newAccount('auditor'));
  const faults: string[] = [];
  let asked = 0;
  for (const [path, names] of parameters) {
    for (const name of names) {
      for (const value of injections) {
        const start = performance.now();
        const address = `${product}${path}?${name}=${encodeURIComponent(value)}`;
        const { status, body } = await send(address, { headers: { cookie: auditor } });
        asked += 1;
        const time = performance.now() - start;
        if (status >= 500 || time > 1000 || /syntax error|PostgresError|at \w+ \(/.test(body))
          faults.push(`${path}?${name}=${value.slice(0, 40)}: ${status}, ${time.toFixed(0)} ms`);
      }
    }
  }
  console.log(`${asked} addresses`);
  expect(faults).toEqual([]);
});
