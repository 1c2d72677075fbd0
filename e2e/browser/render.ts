import { chromium } from '@playwright/test';
import { flags } from '@/e2e/browser/flags';

// A program of its own, in the browser's environment: prints the version of the Chromium at `argv[2]` once it has
// rendered text. Without a font text has no size, so a successful start proves too little. (Chromium's own --dump-dom
// never ends in the headless build of the npm archive.)
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
