import { expect, test } from '@/e2e/fixtures';
import { pages } from '@/e2e/pages';

/** Pages of which much is written in Chinese only: the words of the help are translated. */
const read = pages.filter(({ path }) => !path.startsWith('/help'));

test('on English pages each Chinese word says that it is Chinese', async ({ page, appearance, product }) => {
  test.setTimeout(120_000);
  await appearance({ locale: 'en' });
  const unmarked: string[] = [];
  for (const { name, path } of read) {
    const answer = await page.request.get(new URL(path, product).href);
    // The HTML as it is sent, for readers without scripts.
    const found = await page.evaluate(chineseWithoutMark, await answer.text());
    unmarked.push(...found.map((words) => `${name}: ${words}`));
  }
  expect(unmarked).toEqual([]);
});

/** The Chinese texts of an HTML document whose language is not said to be Chinese. Runs in the page. */
function chineseWithoutMark(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const hidden of body.querySelectorAll('script, style, template')) hidden.remove();
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const found = new Set<string>();
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (!/\p{sc=Han}/u.test(textContent ?? '') || parentElement?.closest('[lang]')?.getAttribute('lang') === 'zh-CN')
      continue;
    found.add(
      `${(textContent ?? '').trim().slice(0, 40)} in <${parentElement?.closest('[id], table, header, nav, main')?.id || parentElement?.tagName.toLowerCase()}>`,
    );
  }
  return [...found];
}
