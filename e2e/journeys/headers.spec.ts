import { expect, test } from '@/e2e/fixtures';
import { missing, pages } from '@/e2e/pages';

const answers = [...pages.map(({ path }) => path), ...missing, '/api/search?q=gdp', '/healthz', '/readyz'];

test('every answer carries the headers that keep it to itself', async ({ request }) => {
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

test('each answer has a nonce of its own', async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get('/')).headers()['content-security-policy']),
  );
  const nonces = policies.map((policy) => policy?.match(/'nonce-([^']{20,})'/)?.[1]);
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('a script that did not come with the page does not run', async ({ page, faults }) => {
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
