import type { Page } from '@playwright/test';

/**
 * Makes a page's `goto` and `reload` wait until React has hydrated the page: a key pressed earlier works as without
 * scripts, which is right for people and not the subject of tests of scripts.
 */
export function untilHydrated(page: Page): Page {
  const thenHydrated =
    <Given extends unknown[], Answer>(open: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const answer = await open(...given);
      await waitForHydration(page);
      return answer;
    };
  page.goto = thenHydrated(page.goto.bind(page));
  page.reload = thenHydrated(page.reload.bind(page));
  return page;
}

/** Waits until the page is fully hydrated and its effects have run; returns at once where no script of React is. */
async function waitForHydration(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (!document.querySelector('script[src*="/_next/"]')) return true;
    const key = Object.keys(document).find((name) => name.startsWith('__reactContainer$'));
    const root = key && (document as unknown as Record<string, { stateNode: ReactRoot }>)[key]?.stateNode;
    type ReactRoot = { pendingLanes: number; current: { memoizedState: { isDehydrated?: boolean } } };
    return (
      Boolean(root) && (root as ReactRoot).pendingLanes === 0 && !(root as ReactRoot).current.memoizedState.isDehydrated
    );
  });
  // Effects run in the task after the one that hydrates.
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 1000 })));
}
