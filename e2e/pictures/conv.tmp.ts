import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { flags } from '@/e2e/browser/flags';
import { resolveBrowser } from '@/e2e/browser/resolve';

const dir = '/tmp/rules/h3/look';
const { executablePath, env } = resolveBrowser();
const browser = await chromium.launch({
  executablePath,
  args: flags,
  env: { ...(process.env as Record<string, string>), ...env },
});
const page = await browser.newPage();
for (const name of readdirSync(dir).filter((one) => one.endsWith('.jpg'))) {
  await page.setContent(
    `<style>body{margin:0}</style><img src="data:image/jpeg;base64,${readFileSync(`${dir}/${name}`).toString('base64')}">`,
  );
  await page.waitForLoadState('networkidle');
  writeFileSync(`${dir}/${name.replace('.jpg', '.png')}`, await page.locator('img').screenshot());
}
await browser.close();
