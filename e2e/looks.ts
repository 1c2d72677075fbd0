import { expect, type Page, test } from '@playwright/test';
import { accessibilityFaults, type Theme } from '@/e2e/fixtures';
import type { Locale } from '@/lib/i18n/words';
import { isDeep } from '@/lib/testing/many';

/** Words that only a fault can put on a page: a missing value or the key of a missing message. */
export async function strayWords(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text.match(/\b(undefined|null|NaN|Invalid Date|\[object \w+\]|[a-z]+\.[a-z]+[A-Z]\w*)\b/g) ?? [];
}

/** What reaches over the right edge of the page, unless it is hidden, or lies in a box that scrolls or cuts it off. */
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

/** The element that has the focus, when nothing around it shows that it has. */
function unmarkedFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A hidden radio button is marked by the label around it.
    const marked = [element, element.closest('label')].some((part) => {
      if (!part) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    return marked ? null : element.outerHTML.slice(0, 200);
  });
}

/** As wide as a telephone and as a desk; in `npm run test:deep` all that people have. */
const widths = isDeep ? [390, 768, 1024, 1366, 1440, 1920] : [390, 1366];

/** Makes the page as wide as a telephone and a desk; nothing may reach over its edge once its letters are there. */
export async function expectToFit(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => escaping(page), `${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

/** Looks at a page that is open: what it says, whether everybody can read it, and where the keyboard is. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/Baton|指挥棒/);
  expect(await strayWords(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await unmarkedFocus(page), `stop ${stop + 1}`).toBeNull();
  }
}

/** Looks at a page that is open in the light, as it stands, then at its contrast in the dark and its widths. */
export async function expectGoodLooks(page: Page): Promise<void> {
  await expectReadable(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveClass(/\bdark\b/);
  expect(await accessibilityFaults(page, ['color-contrast']), 'dark').toEqual([]);
  await expectToFit(page);
}

/** Each language in a theme of its own, as contrast depends on no language; in `npm run test:deep` each in both. */
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

/** Opens the page at `address`, answered with `status`, in every language and theme, and looks at each. */
export async function expectGoodLooksAt(page: Page, address: URL, status = 200): Promise<void> {
  for (const { locale, colorScheme } of appearances) {
    await test.step(`${locale}, ${colorScheme}`, async () => {
      await page.context().addCookies([{ name: 'locale', value: locale, url: address.origin }]);
      await page.emulateMedia({ colorScheme });
      const response = await page.goto(address.href);
      expect(response?.status()).toBe(status);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('html')).toHaveClass(colorScheme === 'dark' ? /\bdark\b/ : /^(?!.*\bdark\b)/);
      await expectReadable(page);
      await expectToFit(page);
    });
  }
}
