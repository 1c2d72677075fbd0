import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import type { BoardCard, BoardFilter } from '@/lib/dashboards/boards/words';
import type { TwinLabels } from '@/lib/dashboards/series/table-twin';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Absence, CardView } from './card-view';
import type { BoardData } from './queries';

export type CardOf<Kind extends BoardCard['kind']> = Extract<BoardCard, { kind: Kind }>;

/** What the views of all cards of a board are made from. */
export type Look = {
  readonly data: BoardData;
  readonly filter: BoardFilter;
  /** The units that are marked where no unit is asked for. */
  readonly home: readonly string[];
  readonly locale: Locale;
};

/** Parts of a line; empty ones are left out. */
export const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' · ');

/** A card that shows nothing, under the title of its kind. */
export function absent(card: BoardCard, absence: Absence, { locale }: Look, title = ''): CardView {
  const words = translator(locale, 'boards');
  return {
    ...{ card, title: card.title || title || words(`kinds.${card.kind}`), subtitle: '' },
    ...{ body: { kind: 'absent', absence }, cited: [], href: '' },
  };
}

/** The headings of the table twin of a card. */
export function twinLabels(indicator: IndicatorView, locale: Locale): TwinLabels {
  const t = translator(locale, 'indicators');
  const value = t('columns.value', { unit: unitOf(indicator, locale) });
  const place = t('columns.place');
  return { name: t('charts.name'), tick: t('charts.tick'), value, place, benchmark: place, none: '—' };
}
