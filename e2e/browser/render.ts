import { chromium } from '@playwright/test';
import { flags } from '@/e2e/browser/flags';

// Run as a program of its own, with the environment the browser is to have: prints the version of the Chromium at
// `argv[2]` once it has rendered text. Without a font text has no size, so starting is not enough. (Chromium's own --dump-dom never ends in the headless build of the npm archive.)
const browser = await chromium.launch({ executablePath: process.argv[2] ?? '', args: flags, timeout: 20_000 });
const page = await browser.newPage();
await page.setContent('<p>Baton</p>');
const size = await page.locator('p').evaluate((element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width;
});
if (size < 1) throw new Error('cannot render text: no font');
process.stdout.write(`rendered ${browser.version()}\n`);
await browser.close();
