import { createTranslator } from 'use-intl/core';
import { en } from '@/lib/i18n/en/messages';
import type { Locale } from '@/lib/i18n/words';
import { zhCN } from '@/lib/i18n/zh-CN/messages';

const messages: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en };

export type Room = keyof typeof zhCN;

const translators = new Map<string, unknown>();

/**
 * A translator for one room of messages: `t('key', { count })`. Dates and numbers are written for Asia/Shanghai.
 * Cached: it keeps its parsed messages, since parsing costs more than all other writing of a page.
 */
export function translator<R extends Room>(locale: Locale, room: R) {
  const make = () =>
    createTranslator({ locale, messages: messages[locale], namespace: room, timeZone: 'Asia/Shanghai' });
  const key = `${locale} ${room}`;
  const kept = (translators.get(key) as ReturnType<typeof make> | undefined) ?? make();
  translators.set(key, kept);
  return kept;
}

/** The messages of some rooms, to pass to a component that runs in the browser. */
export function roomsFor<R extends Room>(locale: Locale, ...rooms: readonly R[]): Pick<typeof zhCN, R> {
  return Object.fromEntries(rooms.map((room) => [room, messages[locale][room]])) as Pick<typeof zhCN, R>;
}
