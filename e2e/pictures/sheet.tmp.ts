import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { flags } from '@/e2e/browser/flags';
import { resolveBrowser } from '@/e2e/browser/resolve';

const dir = '/tmp/rules/h3/look';
const [prefix = 'pr-', out = 'print'] = process.argv.slice(2);
const { executablePath, env } = resolveBrowser();
const browser = await chromium.launch({
  executablePath,
  args: flags,
  env: { ...(process.env as Record<string, string>), ...env },
});
const page = await browser.newPage({ viewport: { width: 1300, height: 400 } });
const names = readdirSync(dir)
  .filter((one) => one.startsWith(prefix) && one.endsWith('.png'))
  .sort();
await page.setContent(
  `<style>body{margin:0;display:flex;flex-wrap:wrap;gap:8px;background:#c0c}img{width:425px}</style>${names.map((n) => `<img src="data:image/png;base64,${readFileSync(`${dir}/${n}`).toString('base64')}">`).join('')}`,
);
await page.waitForLoadState('networkidle');
writeFileSync(`${dir}/${out}.png`, await page.screenshot({ fullPage: true }));
await browser.close();
