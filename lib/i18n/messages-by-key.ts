import { en } from '@/lib/i18n/en/messages';
import type { Locale } from '@/lib/i18n/words';
import { zhCN } from '@/lib/i18n/zh-CN/messages';

type Tree = { readonly [key: string]: string | Tree };

/** Every message of a language by its dotted key, as it is written, with its placeholders. */
export function messagesByKey(locale: Locale): ReadonlyMap<string, string> {
  return leavesOf((locale === 'en' ? en : zhCN) as Tree);
}

function leavesOf(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...leavesOf(value, `${path}${key}.`)],
    ),
  );
}
