import type { Browser, BrowserContext, Page } from '@playwright/test';
import { closeSharedPool } from '@/db/client';
import { contextOptions } from '@/e2e/browser/context';
import { test } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { openEmptyDatabase } from '@/e2e/product';
import { Steps } from '@/e2e/steps';
import { adopt } from '@/lib/cli/launch/web-settings';
import { checkedBuild, embeddedSettings, startWebServer } from '@/lib/testing/web-server';

/** A product of its own for the tests of a file, without units, indicators and figures. */
export class EmptyProduct {
  #database: Awaited<ReturnType<typeof openEmptyDatabase>> | null = null;
  #web: Awaited<ReturnType<typeof startWebServer>> | null = null;
  readonly #contexts: BrowserContext[] = [];
  /** The clicks and filled fields of its people. */
  readonly steps = new Steps();

  /** Starts it before the tests of this file and ends it behind them. */
  constructor() {
    test.beforeAll(async () => {
      test.setTimeout(180_000);
      await closeSharedPool();
      this.#database = await openEmptyDatabase();
      this.#web = await startWebServer(this.#database.url, checkedBuild);
      process.env.DATABASE_URL = this.#database.url;
      adopt({ ...embeddedSettings(this.#database.url), origin: this.#web.url });
    });
    test.afterAll(async () => {
      for (const context of this.#contexts) await context.close();
      await closeSharedPool();
      await this.#web?.stop();
      await this.#database?.stop();
    });
  }

  /** The one-time secret of the first administrator. */
  get secret(): string {
    return this.#database?.first.secret ?? '';
  }

  get url(): string {
    return this.#web?.url ?? '';
  }

  /** A person at a browser of their own, whose clicks and filled fields are counted. */
  async person(browser: Browser, name: string): Promise<Page> {
    const context = await browser.newContext({ ...contextOptions, baseURL: this.url, acceptDownloads: true });
    context.setDefaultTimeout(30_000);
    this.#contexts.push(context);
    await this.steps.countOf(context, name);
    return untilHydrated(await context.newPage());
  }
}
