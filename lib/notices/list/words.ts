import type { Name } from '@/lib/i18n/words';
import type { NoticeKind } from '@/lib/notices/words';

/** What a notice is about by name: a title, a period, a unit; what is empty is not said. */
export type SubjectName = Name & { readonly periodCode: string; readonly unitZh: string; readonly unitEn: string };

/** The notices of a day about one subject. */
export type NoticeLine = {
  readonly day: string;
  readonly subject: string;
  readonly kind: NoticeKind;
  /** The newest event, up to which they are shown. */
  readonly event: number;
  readonly at: Date;
  readonly count: number;
  readonly unread: number;
  /** Null for what the reader does not see any more. */
  readonly name: SubjectName | null;
};

export type NoticeList = { readonly lines: readonly NoticeLine[]; readonly total: number; readonly page: number };

/** The most that are marked at once: what a page shows. */
export const mostMarked = 50;

/** The most unread notices that are counted. */
export const mostCounted = 99;
