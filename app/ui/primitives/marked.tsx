import type { ReactNode } from 'react';
import { chineseParts } from '@/lib/i18n/chinese-parts';
import { nameOf } from '@/lib/i18n/names';
import { inOwnWords } from '@/lib/i18n/own-words';
import type { Locale, Name } from '@/lib/i18n/words';

/**
 * A text of the data, whose Chinese parts say on an English page that they are Chinese, so that they are read aloud as
 * such (WCAG 3.1.2): titles of documents, quotes, notes, and names without an English form. What the product itself wrote
 * is shown in English.
 */
export function marked(stored: string, locale: Locale): ReactNode {
  const text = inOwnWords(stored, locale);
  if (locale === 'zh-CN') return text;
  const parts = chineseParts(text);
  if (!parts.some(({ isChinese }) => isChinese)) return text;
  const told = parts.map((part, at) =>
    part.isChinese ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text keep their places.
      <span key={at} lang="zh-CN">
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
  // One element, since a flexible box would drop the spaces between its parts.
  return parts.length > 1 ? <span>{told}</span> : told;
}

/** The name of a row in the reader's language, marked where it has a Chinese one only. */
export const markedName = (row: Name, locale: Locale): ReactNode => marked(nameOf(row, locale), locale);
