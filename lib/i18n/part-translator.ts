import { createTranslator } from 'use-intl/core';
import type { Room } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { zhCN } from '@/lib/i18n/zh-CN/messages';

/** The messages of a few rooms, as a page passes them to a component that runs in the browser. */
export type Rooms<R extends Room> = Pick<typeof zhCN, R>;

/** A translator for one of the rooms that a component received; the browser has no others. */
export function partTranslator<R extends Room>(locale: Locale, rooms: Rooms<R>, room: R) {
  return createTranslator({ locale, messages: rooms as typeof zhCN, namespace: room, timeZone: 'Asia/Shanghai' });
}
