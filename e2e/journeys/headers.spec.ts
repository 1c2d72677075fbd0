import { expect, test } from '@/e2e/fixtures';
import { missing, missingDisplays, pages } from '@/e2e/pages';

const answers = [
  ...pages.map(({ path }) => path),
  ...missing,
  ...missingDisplays,
  '/api/search?q=gdp',
  '/healthz',
  '/readyz',
];

test('every answer has the security headers', async ({ request }) => {
  for (const path of answers) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
});

test('a built script is sent compressed, may be cached for ever, and may do nothing as a page', async ({
  page,
  request,
}) => {
  await page.goto('/');
  const script = await page.locator('script[src^="/_next/static/"]').first().getAttribute('src');
  const headers = (await request.get(script ?? '')).headers();
  expect(headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
});

test('an address that names no file of the build is refused', async ({ request }) => {
  for (const path of ['nothing.js', '%2e%2e/%2e%2e/package.json', '..%2f..%2fserver%2fx.js', '%', '%00.js', '.js']) {
    const status = (await request.get(`/_next/static/${path}`)).status();
    expect([400, 404], path).toContain(status);
  }
});

test('each answer has a nonce of its own', async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get('/')).headers()['content-security-policy']),
  );
  const nonces = policies.map((policy) => policy?.match(/'nonce-([^']{20,})'/)?.[1]);
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('a foreign script does not run', async ({ page, faults }) => {
  await page.goto('/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('div');
    script.innerHTML = '<img src="x:" onerror="document.title = \'ran\'">';
    document.body.append(script);
    return new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true });
    });
  });
  expect(ran).toMatch(/^(script-src-attr|img-src)/);
  await expect(page).not.toHaveTitle('ran');
  faults.length = 0;
});
