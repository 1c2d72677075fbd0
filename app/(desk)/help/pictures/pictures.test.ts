import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureNames } from '@/lib/help/words';
import { messagesByKey } from '@/lib/i18n/messages-by-key';

const words: Record<string, string[]> = JSON.parse(readFileSync(join(import.meta.dirname, 'words.json'), 'utf8'));
const pictures = pictureNames.flatMap((name) => [
  { picture: `${name}-zh`, locale: 'zh-CN' } as const,
  { picture: `${name}-en`, locale: 'en' } as const,
]);

test.each(pictures)('$picture shows the words that the product uses now', ({ picture, locale }) => {
  const messages = new Set(messagesByKey(locale).values());
  expect(words[picture]?.length).toBeGreaterThan(2);
  const old = words[picture]?.filter((text) => !messages.has(text));
  expect(old, `take it again: e2e/pictures/take-manual-pictures.ts ${picture.replace(/-\w+$/, '')}`).toEqual([]);
});
