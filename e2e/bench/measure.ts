import { gzipSync } from 'node:zlib';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { staticTwin } from '@/e2e/bench/static-twin';
import { flags } from '@/e2e/browser/flags';
import { resolveBrowser } from '@/e2e/browser/resolve';
import type { Seen } from '@/lib/cli/bench/seen';

// A program of its own: `measure.ts ADDRESS BUILD` prints a browser's measurements of a page of the product, as JSON.
const [, , address = '', build = ''] = process.argv;

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measurePage(browser: Browser): Promise<Seen> {
  const html = await (await fetch(address)).text();
  const twin = await staticTwin(html, build);
  const paints: number[] = [];
  const staticPaints: number[] = [];
  for (let round = 0; round < 26; round += 1) {
    paints.push(await firstPaint(browser, address));
    staticPaints.push(await firstPaint(browser, twin.url));
  }
  twin.close();
  return {
    // The first rounds warm up the machine, not the browser: each visit is a new visitor's.
    paint: middle(paints.slice(4)),
    staticPaint: middle(staticPaints.slice(4)),
    ...(await weighScripts(browser, html)),
  };
}

/** Milliseconds to the first contentful paint for a visitor with an empty cache. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const first = list.getEntriesByName('first-contentful-paint')[0];
          if (first) resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return paint;
}

/**
 * Gzipped bytes of the scripts named by the page, and of all once its charts are drawn; and the page's layout shift.
 */
async function weighScripts(browser: Browser, html: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const scripts = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.set(new URL(response.url()).pathname, gzipSync(await response.body()).length);
  });
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        window.shifted = (window.shifted ?? 0) + entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'load' });
  await drawCharts(page);
  const named = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src.split('?')[0]));
  const layoutShift = await page.evaluate(() => window.shifted ?? 0);
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  await context.close();
  return {
    scriptsBeforeCharts: sum([...scripts].filter(([path]) => named.has(path)).map(([, size]) => size)),
    scriptsWithCharts: sum([...scripts.values()]),
    layoutShift,
  };
}

/** Scrolls to each chart, as a reader does, and waits until it is drawn. */
async function drawCharts(page: Page): Promise<void> {
  for (const chart of await page.locator('[data-chart]').all()) {
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toHaveAttribute('data-chart', 'drawn', { timeout: 15_000 });
  }
}

declare global {
  interface Window {
    shifted?: number;
  }
}

const choice = resolveBrowser();
const browser = await chromium.launch({
  executablePath: choice.executablePath,
  args: flags,
  env: { ...(process.env as Record<string, string>), ...choice.env },
});
const seen = await measurePage(browser);
await browser.close();
process.stdout.write(`${JSON.stringify(seen)}\n`);
