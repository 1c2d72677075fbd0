import { test as base, type ConsoleMessage, expect, type Page, type Request } from '@playwright/test';
import axe from 'axe-core';
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
      const stop = watch(page, product, faults);
      await use(faults);
      stop();
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

/**
 * Records forbidden events: an error, a failed request, a request to another host. Returns the function that ends it.
 */
function watch(page: Page, product: string, faults: string[]): () => void {
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  };
  const onError = (error: Error) => faults.push(`error: ${error.message}`);
  const onFailure = (request: Request) => {
    // The browser itself cancels a prefetch when the page is left.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} (${reason})`);
  };
  const onRequest = (request: Request) => {
    const address = new URL(request.url());
    if (/^https?:$/.test(address.protocol) && address.origin !== product) faults.push(`other host: ${request.url()}`);
  };
  page.on('console', onConsole).on('pageerror', onError).on('requestfailed', onFailure).on('request', onRequest);
  return () =>
    page.off('console', onConsole).off('pageerror', onError).off('requestfailed', onFailure).off('request', onRequest);
}

/** The serious findings of axe, one line each; by all its rules, or by the named ones. */
export async function accessibilityFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (rules) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
        // Frames of other origins are not inspected, which would need a page of their own.
        iframes: false,
        preload: false,
        resultTypes: ['violations'],
        runOnly:
          rules.length > 0
            ? { type: 'rule', values: rules }
            : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
      });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
        );
    },
    [...rules],
  );
}

export { expect };
