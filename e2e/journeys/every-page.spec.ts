import { expect } from '@/e2e/fixtures';
import { expectGoodLooksAt, test } from '@/e2e/looks';
import { pages } from '@/e2e/pages';

for (const { name, path } of pages) {
  test(`${name} is accessible and fits`, async ({ page, product }) => {
    await expectGoodLooksAt(page, new URL(path, product));
  });
}

test('Chinese is drawn with real glyphs', async ({ page }) => {
  await page.goto('/');
  // On a machine without Chinese fonts the product's own font loads after the page.
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
