import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { flags } from '@/e2e/browser/flags';
import { resolveBrowser } from '@/e2e/browser/resolve';
import startProduct from '@/e2e/product';
import { messagesByKey } from '@/lib/i18n/messages-by-key';
import { type Locale, locales } from '@/lib/i18n/words';

// Run by hand when a page in a picture has changed: `BATON_DIST=.next-test npx tsx e2e/pictures/take-manual-pictures.ts [name…]`.

const folder = join(import.meta.dirname, '..', '..', 'app', '(desk)', 'help', 'pictures');
const wordsFile = join(folder, 'words.json');
const mostBytes = 60 * 1024;

type Picture = {
  readonly name: string;
  /** The demonstration account that opens the page, by its index on the sign-in page. */
  readonly account: string;
  readonly path: string;
  /** The link to follow on that page, if the picture is of another one. */
  readonly link?: string;
  /** In pixels of the page, without the top bar and the menu. */
  readonly height: number;
};

const pictures: readonly Picture[] = [
  { name: 'leader-ranking', account: 'demo.leader', path: '/assessment/rankings?scheme=DEMO-ZONES', height: 560 },
  { name: 'reporter-form', account: 'demo.reporter', path: '/reporting/tasks', link: '/reporting/entry/', height: 720 },
  { name: 'reviewer-return', account: 'demo.unit', path: '/reporting/review', link: '/reporting/review/', height: 640 },
  {
    name: 'office-progress',
    account: 'demo.office',
    path: '/reporting/collections',
    link: '/reporting/collections/',
    height: 640,
  },
  {
    name: 'office-run',
    account: 'demo.office',
    path: '/assessment/runs?scheme=DEMO-ZONES',
    link: '/assessment/runs/',
    height: 640,
  },
  { name: 'administrator-accounts', account: 'demo.admin', path: '/access/users', height: 560 },
  { name: 'auditor-trail', account: 'demo.auditor', path: '/access/audit', height: 560 },
];

const wanted = process.argv.slice(2);
const stop = await startProduct();
const { executablePath, env } = resolveBrowser();
const browser = await chromium.launch({
  executablePath,
  args: flags,
  env: { ...(process.env as Record<string, string>), ...env },
});
for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for (const locale of locales) await take(browser, picture, locale);
}
await browser.close();
await stop();

async function take(browser: Browser, picture: Picture, locale: Locale): Promise<void> {
  const product = process.env.BATON_E2E_URL ?? '';
  const context = await browser.newContext({
    baseURL: product,
    locale,
    viewport: { width: 1440, height: 56 + picture.height },
  });
  await context.addCookies([{ name: 'locale', value: locale, url: product }]);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page
    .locator('form', { has: page.locator(`input[name=username][value="${picture.account}"]`) })
    .getByRole('button')
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto(picture.path);
  if (picture.link) {
    const links = page.locator(`main a[href^="${picture.link}"]:not([href$="/new"])`);
    await page.goto((await links.first().getAttribute('href')) ?? picture.path);
  }
  await page.waitForLoadState('networkidle');
  const main = await page.locator('main').boundingBox();
  const left = main?.x ?? 0;
  const png = await page.screenshot({ clip: { x: left, y: 56, width: 1440 - left, height: picture.height } });
  const words = await wordsIn(page, 56 + picture.height, locale);
  const webp = await webpOf(page, png);
  if (webp.length > mostBytes) throw new Error(`${picture.name} has ${webp.length} bytes`);
  const name = `${picture.name}-${locale === 'en' ? 'en' : 'zh'}`;
  const file = `${name}.webp`;
  writeFileSync(join(folder, file), webp);
  writeFileSync(
    wordsFile,
    `${JSON.stringify({ ...JSON.parse(readFileSync(wordsFile, 'utf8')), [name]: words }, null, 2)}\n`,
  );
  console.log(`${file} ${webp.length}`);
  await context.close();
}

/** The headings, column heads, buttons and labels in the picture that are messages of the product, in page order. */
async function wordsIn(page: Page, bottom: number, locale: Locale): Promise<string[]> {
  const messages = new Set(messagesByKey(locale).values());
  const shown = await page
    .locator('main :is(h1, h2, h3, th, button, label, legend)')
    .evaluateAll(
      (elements, bottom) =>
        elements
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().bottom <= bottom)
          .map((element) => element.textContent?.trim() ?? ''),
      bottom,
    );
  return [...new Set(shown)].filter((text) => messages.has(text));
}

/** Converts the picture to WebP in the browser, since screenshots are PNG. */
async function webpOf(page: Page, png: Buffer): Promise<Buffer> {
  await page.goto('about:blank');
  const url = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.7);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
