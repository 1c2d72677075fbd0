import type { Written } from '@/lib/help/words';
import { en } from '@/lib/i18n/en/messages';
import type { Locale } from '@/lib/i18n/words';
import { zhCN } from '@/lib/i18n/zh-CN/messages';

/** A piece of a text; `key` names the message when the piece is a word of a page. */
export type Piece = { readonly text: string; readonly key?: string };

const placeholder = /\{([A-Za-z]+(?:\.[A-Za-z0-9]+)+)\}/;

/**
 * The text in a language, with page words in place of their keys. Throws for an unknown key, or for a message that
 * needs values.
 */
export function piecesOf(written: Written, locale: Locale): Piece[] {
  return textOf(written, locale)
    .split(placeholder)
    .map((part, at) =>
      at % 2 === 0 ? { text: removeSpaces(part, locale) } : { text: pageWords(part, locale), key: part },
    )
    .filter(({ text }) => text !== '');
}

/** The text in a language as one string. */
export function plainText(written: Written, locale: Locale): string {
  return piecesOf(written, locale)
    .map(({ text }) => text)
    .join('');
}

/** Removes the spaces around keys in Chinese, which is written without them. */
function removeSpaces(text: string, locale: Locale): string {
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
