import type { Browser, BrowserContext, Page } from '@playwright/test';
import { closeSharedPool } from '@/db/client';
import { contextOptions } from '@/e2e/browser/context';
import { test } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { openEmptyDatabase } from '@/e2e/product';
import { adopt } from '@/lib/cli/launch/web-settings';
import { checkedBuild, embeddedSettings, startWebServer } from '@/lib/testing/web-server';

/** A product of its own for the tests of a file, without units, indicators and figures. */
export class EmptyProduct {
  #database: Awaited<ReturnType<typeof openEmptyDatabase>> | null = null;
  #web: Awaited<ReturnType<typeof startWebServer>> | null = null;
  readonly #contexts: BrowserContext[] = [];
  /** Clicks and filled fields, by person. */
  readonly #steps = new Map<string, number>();

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
    await context.exposeBinding('countStep', () => this.#steps.set(name, (this.#steps.get(name) ?? 0) + 1));
    await context.addInitScript(() => {
      const count = () => (window as unknown as { countStep: () => void }).countStep();
      const isTick = (target: EventTarget | null) =>
        target instanceof HTMLInputElement && /checkbox|radio/.test(target.type);
      addEventListener('click', ({ target, detail }) => (detail > 0 || isTick(target)) && count(), true);
      addEventListener('change', ({ target }) => !isTick(target) && count(), true);
    });
    return untilHydrated(await context.newPage());
  }

  /** The counted steps in a sentence: 213 steps (管理员 20, 考核办甲 120). */
  get steps(): string {
    const of = [...this.#steps].map(([who, count]) => `${who} ${count}`).join(', ');
    return `${[...this.#steps.values()].reduce((sum, one) => sum + one, 0)} steps (${of})`;
  }
}
