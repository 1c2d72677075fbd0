import type { Page } from '@playwright/test';

/**
 * Makes a page's `goto` and `reload` end when React has taken over what was opened: a key that is pressed earlier does
 * what it does without scripts, which is right for people and not what the tests of scripts are about.
 */
export function untilHydrated(page: Page): Page {
  const thenHydrated =
    <Given extends unknown[], Answer>(open: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const answer = await open(...given);
      await hydrated(page);
      return answer;
    };
  page.goto = thenHydrated(page.goto.bind(page));
  page.reload = thenHydrated(page.reload.bind(page));
  return page;
}

/** Waits until nothing of the page is left to hydrate and its effects have run; at once where no script of React is. */
async function hydrated(page: Page): Promise<void> {
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
