import { createTranslator } from 'use-intl/core';
import { en } from '@/lib/i18n/en/messages';
import type { Locale } from '@/lib/i18n/words';
import { zhCN } from '@/lib/i18n/zh-CN/messages';

const messages: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en };

export type Room = keyof typeof zhCN;

/** The messages of a language, for a client provider that needs some rooms of them. */
export function messagesOf(locale: Locale): typeof zhCN {
  return messages[locale];
}

/** A translator for one room of messages: `t('key', { count })`. Dates and numbers are written for Asia/Shanghai. */
export function translator<R extends Room>(locale: Locale, room: R) {
  return createTranslator({ locale, messages: messages[locale], namespace: room, timeZone: 'Asia/Shanghai' });
}
