import { accessibilityFaults, expect, type Theme, test } from '@/e2e/fixtures';
import { expectToFit, strayWords, unmarkedFocus } from '@/e2e/looks';
import { pages } from '@/e2e/pages';
import { locales } from '@/lib/i18n/words';

const themes: readonly Theme[] = ['light', 'dark'];

for (const { name, path } of pages) {
  for (const locale of locales) {
    test(`${name} can be read by everybody in ${locale}, and fits every width`, async ({ page, appearance }) => {
      for (const theme of themes) {
        await appearance({ locale, theme });
        const response = await page.goto(path);
        expect(response?.status()).toBe(200);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/Baton|指挥棒/);
        expect(await strayWords(page)).toEqual([]);
        expect(await accessibilityFaults(page), theme).toEqual([]);
      }
      await expectToFit(page);
    });
  }

  test(`${name} shows where the keyboard is`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await unmarkedFocus(page), `stop ${stop + 1}`).toBeNull();
    }
  });
}

test('Chinese is drawn with real glyphs', async ({ page }) => {
  await page.goto('/');
  // On a machine without Chinese letters the product's own come after the page.
  await expect.poll(() => page.evaluate(drawnAlike, ['指', '挥', '棒'])).toBe(false);
});

/** Whether two of the characters look the same, as the boxes of a missing font do. Runs in the page. */
async function drawnAlike(characters: string[]): Promise<boolean> {
  const { fontFamily } = getComputedStyle(document.body);
  await document.fonts.load(`32px ${fontFamily}`, characters.join(''));
  const pictures = characters.map((character) => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 40;
    const pen = canvas.getContext('2d');
    if (!pen) return character;
    pen.font = `32px ${fontFamily}`;
    pen.fillText(character, 2, 34);
    return canvas.toDataURL();
  });
  return new Set(pictures).size < characters.length;
}
