import { openSql } from '@/db/client';
import { expect, test } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { openOwnDatabase } from '@/e2e/product';
import { requestText, sendRaw, statusOf } from '@/lib/testing/raw-http';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

const mega = 1024 * 1024;

/** Sends a request to the product, in pieces, and returns all bytes until the connection ends. */
function sendPieces(product: string, lines: readonly string[], body: readonly string[] = []): Promise<string> {
  const [first = '', ...rest] = lines;
  const [method = '', path = ''] = first.split(' ');
  return sendRaw(product, requestText(rest, { method, path, host: `Host: ${new URL(product).host}` }), body);
}

const chunks = (bytes: number) =>
  Array.from({ length: bytes / 65_536 }, () => `10000\r\n${'x'.repeat(65_536)}\r\n`).concat('0\r\n\r\n');

test('a too large body is refused in two languages, and the server keeps running', async ({ product, request }) => {
  const told = await sendPieces(product, ['POST /api/locale', `Content-Length: ${2 * mega}`]);
  const untold = await sendPieces(product, ['POST /api/locale', 'Transfer-Encoding: chunked'], chunks(4 * mega));
  const form = 'Content-Type: application/x-www-form-urlencoded';
  const page = await sendPieces(product, ['POST /', 'Transfer-Encoding: chunked', form], chunks(4 * mega));
  for (const answer of [told, untold, page]) {
    expect(statusOf(answer)).toBe(413);
    expect(answer).toMatch(/请求内容过大 · The request is too large\n$/);
    expect(answer).toContain("default-src 'none'");
  }
  const upload = ['POST /api/uploads/figures', 'Transfer-Encoding: chunked'];
  expect(statusOf(await sendPieces(product, upload, chunks(4 * mega)))).not.toBe(413);
  // Without a session the product may refuse before it has counted the whole body.
  expect([403, 413]).toContain(statusOf(await sendPieces(product, upload, chunks(24 * mega))));
  expect((await request.get('/')).status()).toBe(200);
});

test('no header from outside switches off the checks before a page', async ({ product }) => {
  const tricks = ['proxy', 'middleware', 'src/middleware', 'pages/_middleware'].map((name) =>
    Array(5).fill(name).join(':'),
  );
  for (const trick of tricks) {
    const answer = await sendPieces(product, ['GET /help', `x-middleware-subrequest: ${trick}`]);
    expect(statusOf(answer)).toBe(200);
    expect(answer).toMatch(/content-security-policy: .*'nonce-[^']{20,}'/i);
  }
  const forged = ["content-security-policy: script-src 'nonce-evil'", 'x-nonce: evil', 'x-middleware-rewrite: /evil'];
  expect(await sendPieces(product, ['GET /help', ...forged])).not.toContain('evil');
});

test('no header from outside changes the product’s address', async ({ product }) => {
  const forged = ['X-Forwarded-Host: evil', 'X-Forwarded-Proto: gopher', 'Forwarded: host=evil', 'X-Forwarded-Port: 1'];
  for (const path of ['/', '/help/', '//help', '/no-such-page']) {
    expect(await sendPieces(product, [`GET ${path}`, ...forged]), path).not.toMatch(/evil|gopher/);
  }
});

test('every answer has a number of its own', async ({ request }) => {
  const numbers = await Promise.all(
    ['/', '/help', '/no-such-page', '/api/search?q=gdp', '/healthz'].map(
      async (path) => (await request.get(path, { headers: { 'X-Request-Id': 'mine' } })).headers()['x-request-id'],
    ),
  );
  expect(new Set(numbers).size).toBe(5);
  for (const number of numbers) expect(number).toMatch(/^[0-9a-f-]{36}$/);
});

test.describe('the log', () => {
  test('has a fault under the number on the page, and no secret', async ({ browser }) => {
    const lines: Record<string, unknown>[] = [];
    const database = await openOwnDatabase('log');
    const web = await startWebServer(database.url, checkedBuild, { log: (line) => lines.push(JSON.parse(line)) });
    const sql = openSql(database.url, { max: 1 });
    const context = await browser.newContext({ locale: 'zh-CN' });
    try {
      await context.addCookies([{ name: 'session', value: 'hidden-cookie', url: web.url }]);
      const page = untilHydrated(await context.newPage());
      const answer = await page.goto(`${web.url}/help?token=hidden-query`);
      const id = await answer?.headerValue('x-request-id');
      await sql`revoke select on indicator from baton_web`;
      await page.goto(`${web.url}/catalogue/indicators?q=hidden-query`);
      const shown = await page.getByRole('alert').getByText('编号：').innerText();
      const number = shown.replace('编号：', '');
      expect(number).toMatch(/^\w{6,}$/);

      await expect
        .poll(() => lines.filter(({ reference }) => reference === number))
        .toMatchObject([{ level: 'error', msg: 'fault', path: '/catalogue/indicators', err: { name: 'Error' } }]);
      expect(lines.filter((line) => line.id === id)).toMatchObject([
        { msg: 'request', method: 'GET', path: '/help', status: 200, ms: expect.any(Number), address: '127.0.0.1' },
      ]);
      await context.request.post(`${web.url}/api/locale`, { form: { locale: 'en', password: 'hidden-body' } });
      await context.request.get(`${web.url}/api/downloads/indicator/GDP?code=hidden-query`);
      await context.request.get(`${web.url}/catalogue/indicators`, {
        headers: { authorization: 'Bearer hidden-header', 'x-forwarded-for': '6.6.6.6', 'x-baton-address': '7.7.7.7' },
      });
      await expect
        .poll(() => lines.filter(({ path }) => path === '/api/downloads/indicator/GDP').length)
        .toBeGreaterThan(1);
      const text = lines.map((line) => JSON.stringify(line)).join('\n');
      expect(text).not.toMatch(/hidden|[67]\.[67]\.[67]\.[67]/);
      expect(text).not.toContain(process.env.BATON_SECRET);
    } finally {
      await context.close();
      await sql.end();
      await web.stop();
      await database.stop();
    }
  });
});
