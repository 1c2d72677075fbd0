import { en } from '@/lib/i18n/en/messages';
import type { Locale } from '@/lib/i18n/words';
import { zhCN } from '@/lib/i18n/zh-CN/messages';

/** The texts of all messages in a language, as they are written, with their placeholders. */
export function messageTexts(locale: Locale): ReadonlySet<string> {
  return new Set(textsIn(locale === 'en' ? en : zhCN));
}

function textsIn(tree: unknown): string[] {
  return typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(textsIn);
}
