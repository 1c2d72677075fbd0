import type { BrowserContext, Page } from '@playwright/test';
import axe from 'axe-core';
import { contextOptions } from '@/e2e/browser/context';
import { accessibilityFaults, test as base, expect, type Theme } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { expectNamedFields } from '@/e2e/named-fields';
import type { Locale } from '@/lib/i18n/words';
import { isDeep } from '@/lib/testing/many';

/** Tests that look at pages in one page of the browser, whose scripts and fonts are loaded once for all of them. */
export const test = base.extend<object, { shared: Page }>({
  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext(contextOptions);
      await context.addInitScript(axe.source);
      await use(untilHydrated(await context.newPage()));
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ shared }, use) => {
    const context: BrowserContext = shared.context();
    await context.clearCookies();
    await use(context);
  },
  page: async ({ shared }, use) => {
    await shared.setViewportSize(contextOptions.viewport);
    await use(shared);
  },
});

/**
 * Texts on a page that only a fault can cause: a missing value or the key of a missing message. Files of such names are those of
 * a test that sends hostile ones.
 */
async function strayWords(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text.match(/\b(undefined|null|NaN|Invalid Date|\[object \w+\]|[a-z]+\.[a-z]+[A-Z]\w*)\b(?!\.csv)/g) ?? [];
}

/** Elements beyond the right edge of the page, unless they are hidden, or inside a box that scrolls or clips them. */
function escaping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cutOff = (element: Element): boolean => {
      const parent = element.parentElement;
      return parent !== null && (getComputedStyle(parent).overflowX !== 'visible' || cutOff(parent));
    };
    return [...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.checkVisibility() && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
      )
      .filter((element) => getComputedStyle(element).position !== 'fixed' && !cutOff(element))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Presses Tab twelve times and returns the stops, at most twelve, around which nothing shows the focus. */
async function unmarkedStops(page: Page): Promise<string[]> {
  const stops = await page.evaluateHandle(() => {
    const unmarked: string[] = [];
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      // A hidden radio button is marked by the label around it.
      const isMarked = [target, target.closest('label')].some((part) => {
        if (!part) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      });
      if (!isMarked) unmarked.push(target.outerHTML.slice(0, 200));
    };
    document.addEventListener('focusin', onFocus);
    return { unmarked, end: () => document.removeEventListener('focusin', onFocus) };
  });
  for (let stop = 0; stop < 12; stop += 1) await page.keyboard.press('Tab');
  const unmarked = await stops.evaluate(({ unmarked, end }) => {
    end();
    return unmarked;
  });
  await stops.dispose();
  return unmarked;
}

/** Widths of a telephone and of a desktop; in `npm run test:deep` all usual ones. */
const widths = isDeep ? [390, 768, 1024, 1366, 1440, 1920] : [390, 1366];

/** Expects nothing beyond the edge of the page at each width, once its fonts are loaded. */
async function expectToFit(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => escaping(page), `${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

/** Checks an open page: its texts, its accessibility and the keyboard focus. */
async function expectReadable(page: Page, rules: readonly string[] = []): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/Baton|指挥棒/);
  expect(await strayWords(page)).toEqual([]);
  expect(await accessibilityFaults(page, rules)).toEqual([]);
  expect(await unmarkedStops(page), 'stops of the keyboard without a mark').toEqual([]);
}

/** Checks a page that is open in the light theme, then, without reloading, the contrast of the dark theme and the widths. */
export async function expectGoodLooks(page: Page): Promise<void> {
  await expectReadable(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveClass(/\bdark\b/);
  expect(await accessibilityFaults(page, ['color-contrast']), 'dark').toEqual([]);
  await expectToFit(page);
}

/** Each language in one theme, since contrast does not depend on the language; in `npm run test:deep` each in both. */
const appearances = [
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en', colorScheme: 'dark' },
  ...(isDeep
    ? ([
        { locale: 'zh-CN', colorScheme: 'dark' },
        { locale: 'en', colorScheme: 'light' },
      ] as const)
    : []),
] as const satisfies readonly { locale: Locale; colorScheme: Theme }[];

/** The quick rules of accessibility whose outcome depends on the language or the theme. */
const languageRules = ['color-contrast', 'link-name', 'button-name', 'label', 'select-name', 'image-alt'];

/**
 * Opens the page at `address`, which answers with `status`, in every language and theme, and checks each. A page that
 * `isSeen` in another state is opened once; in the deep run it is opened in all as well.
 */
export async function expectGoodLooksAt(
  page: Page,
  address: URL,
  { status = 200, isSeen = false } = {},
): Promise<void> {
  for (const { locale, colorScheme } of isSeen && !isDeep ? appearances.slice(0, 1) : appearances) {
    await test.step(`${locale}, ${colorScheme}`, async () => {
      await page.context().addCookies([{ name: 'locale', value: locale, url: address.origin }]);
      await page.emulateMedia({ colorScheme });
      const response = await page.goto(address.href);
      expect(response?.status()).toBe(status);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('html')).toHaveClass(colorScheme === 'dark' ? /\bdark\b/ : /^(?!.*\bdark\b)/);
      await expectReadable(page, locale === 'en' && !isDeep ? languageRules : []);
      await expectNamedFields(page, locale);
      await expectToFit(page);
    });
  }
}
