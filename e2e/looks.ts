import { expect, type Page } from '@playwright/test';

/** Words that only a fault can put on a page: a missing value or the key of a missing message. */
export async function strayWords(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return text.match(/\b(undefined|null|NaN|Invalid Date|\[object \w+\]|[a-z]+\.[a-z]+[A-Z]\w*)\b/g) ?? [];
}

/** What reaches over the right edge of the page, unless it lies in a box that scrolls or cuts it off. */
function escaping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cutOff = (element: Element): boolean => {
      const parent = element.parentElement;
      return parent !== null && (getComputedStyle(parent).overflowX !== 'visible' || cutOff(parent));
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .filter((element) => getComputedStyle(element).position !== 'fixed' && !cutOff(element))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** The element that has the focus, when nothing around it shows that it has. */
export function unmarkedFocus(page: Page): Promise<string | null> {
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

/** Makes the page as wide as a telephone and every desk; nothing may reach over its edge once its letters are there. */
export async function expectToFit(page: Page): Promise<void> {
  for (const width of [390, 768, 1024, 1366, 1440, 1920]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => escaping(page), `${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}
