import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { openSql, type Sql } from '@/db/client';
import { untilHydrated } from '@/e2e/hydration';
import type { Locale } from '@/lib/i18n/words';

export type Theme = 'light' | 'dark';

type Fixtures = {
  /** Opens pages in this language and, if not the system's, theme; call it before the first page is opened. */
  appearance: (choice: { locale?: Locale; theme?: Theme }) => Promise<void>;
  /** Faults that a page showed; a test fails unless it is empty at the end. A test that expects some removes them. */
  faults: string[];
};

type WorkerFixtures = {
  /** The address of the product under test. */
  product: string;
  /** The product's database, to compare its pages with. */
  sql: Sql;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      await use(setting('BATON_E2E_URL'));
    },
    { scope: 'worker' },
  ],

  sql: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const sql = openSql(setting('BATON_E2E_DATABASE'), { max: 2 });
      await use(sql);
      await sql.end();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ product }, use) => {
    await use(product);
  },

  page: async ({ page }, use) => {
    await use(untilHydrated(page));
  },

  faults: [
    async ({ page, product }, use) => {
      const faults: string[] = [];
      watch(page, product, faults);
      await use(faults);
      expect(faults, 'faults of the page').toEqual([]);
    },
    { auto: true },
  ],

  appearance: async ({ context, page, product }, use) => {
    await use(async ({ locale = 'zh-CN', theme }) => {
      await context.addCookies([{ name: 'locale', value: locale, url: product }]);
      await page.emulateMedia({ colorScheme: theme ?? 'light' });
      if (theme) await page.addInitScript((word) => localStorage.setItem('theme', word), theme);
    });
  },
});

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the product was not started`);
  return value;
}

/** Records forbidden events: an error, a failed request, a request to another host. */
function watch(page: Page, product: string, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The browser itself cancels a prefetch when the page is left.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} (${reason})`);
  });
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (/^https?:$/.test(address.protocol) && address.origin !== product) faults.push(`other host: ${request.url()}`);
  });
}

/** The serious findings of axe, one line each; by all its rules, or by the named ones. */
export async function accessibilityFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Frames of other origins are not inspected, which would need a page of their own.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ preload: false, resultTypes: ['violations'] });
  const chosen =
    rules.length > 0
      ? axe.withRules([...rules])
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await chosen.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}

export { expect };
