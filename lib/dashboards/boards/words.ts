import type { AccountRole } from '@/lib/access/words';
import type { Named } from '@/lib/i18n/words';

export const cardKinds = ['figure', 'trend', 'bars', 'bump', 'heat', 'ranking', 'lamps', 'progress', 'text'] as const;
export type CardKind = (typeof cardKinds)[number];

/** The columns of a board, and the fewest that a card takes. */
export const columns = 12;
export const narrowest = 3;

/** The most of each: more is not read at a glance. */
export const limits = { cards: 24, units: 6, indicators: 8, rows: 30, text: 2000, editions: 50 } as const;

/** The columns that a card of a kind takes at first. */
export const firstWidths: Readonly<Record<CardKind, number>> = {
  figure: 3,
  trend: 6,
  bars: 6,
  bump: 6,
  heat: 12,
  ranking: 6,
  lamps: 6,
  progress: 6,
  text: 12,
};

type Common = {
  /** Unique on its board. */
  readonly key: string;
  readonly width: number;
  /** Empty for the title that its content gives. */
  readonly title: string;
};

/** A card, as it is stored: what it shows, and no figure. */
export type BoardCard = Common &
  (
    | { readonly kind: 'figure'; readonly indicator: string; readonly unit: string }
    | { readonly kind: 'trend'; readonly indicator: string; readonly units: readonly string[] }
    | { readonly kind: 'bars'; readonly indicator: string; readonly group: string }
    | { readonly kind: 'bump'; readonly indicator: string; readonly group: string }
    | { readonly kind: 'heat'; readonly indicators: readonly string[]; readonly group: string }
    | { readonly kind: 'ranking'; readonly scheme: string; readonly rows: number }
    | { readonly kind: 'lamps'; readonly unit: string }
    | { readonly kind: 'progress'; readonly unit: string }
    | { readonly kind: 'text'; readonly text: string }
  );

/** A board, as it is stored. */
export type BoardDocument = { readonly title: string; readonly lead: string; readonly cards: readonly BoardCard[] };

/** How a reader came to see a board. */
export const boardReaches = ['own', 'shared', 'published'] as const;
export type BoardReach = (typeof boardReaches)[number];

export type BoardHead = {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly reach: BoardReach;
  readonly cards: number;
  /** The edition that the reader sees. */
  readonly edition: number;
  readonly version: number;
  readonly isShared: boolean;
  readonly publishedEdition: number | null;
  readonly publishedAt: Date | null;
  readonly savedAt: Date;
};

/** A board with the edition that its reader sees. */
export type Board = Omit<BoardHead, 'cards'> & {
  readonly document: BoardDocument;
  /** The current edition of its owner, which a published one may be behind. */
  readonly current: number;
  readonly sharedRoles: readonly AccountRole[];
  readonly sharedUnits: readonly Named[];
  readonly publisher: string | null;
};

export type BoardEditionLine = {
  readonly number: number;
  readonly title: string;
  readonly cards: number;
  readonly restored: number | null;
  readonly savedBy: string;
  readonly savedAt: Date;
};

/** What a reader narrows all cards to; empty for what each card says itself. */
export type BoardFilter = { readonly period: string; readonly unit: string; readonly group: string };
export const noFilter: BoardFilter = { period: '', unit: '', group: '' };
