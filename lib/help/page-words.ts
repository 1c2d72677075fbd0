import type { Written } from '@/lib/help/words';
import { en } from '@/lib/i18n/en/messages';
import type { Locale } from '@/lib/i18n/words';
import { zhCN } from '@/lib/i18n/zh-CN/messages';

/** A stretch of a text; `key` names the message when it is what a page calls a thing. */
export type Piece = { readonly text: string; readonly key?: string };

const placeholder = /\{([A-Za-z]+(?:\.[A-Za-z0-9]+)+)\}/;

/**
 * The text in a language, with the words of the pages in place of their keys. Throws for a key that is gone, or whose
 * message wants values that a manual does not have.
 */
export function piecesOf(written: Written, locale: Locale): Piece[] {
  return textOf(written, locale)
    .split(placeholder)
    .map((part, at) => (at % 2 === 0 ? { text: spaced(part, locale) } : { text: pageWords(part, locale), key: part }))
    .filter(({ text }) => text !== '');
}

/** The same as one plain text. */
export function plainText(written: Written, locale: Locale): string {
  return piecesOf(written, locale)
    .map(({ text }) => text)
    .join('');
}

/** Blanks set the keys apart in the source; Chinese is printed without. */
function spaced(text: string, locale: Locale): string {
  return locale === 'en' ? text : text.trim();
}

function textOf(written: Written, locale: Locale): string {
  return locale === 'en' ? written.en : written.zh;
}

function pageWords(key: string, locale: Locale): string {
  const message = key
    .split('.')
    .reduce<unknown>(
      (tree, part) => (tree as Record<string, unknown> | undefined)?.[part],
      locale === 'en' ? en : zhCN,
    );
  if (typeof message !== 'string') throw new Error(`a manual names the message ${key}, which there is not`);
  if (message.includes('{')) throw new Error(`a manual names the message ${key}, which wants values`);
  return message;
}
