import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { PublishedRankView } from '@/lib/observations/words';
import { writtenRank } from '@/lib/observations/written-rank';
import { CitationMark } from './citation-mark';
import { figureAnchor } from './figure';

/** A rank that a source states, as a badge with its own citation. */
export function PublishedRank({ rank, locale }: { rank: PublishedRankView; locale: Locale }) {
  return (
    <span className="inline-flex min-h-6 items-center whitespace-nowrap">
      <span className="rounded-sm border border-gold/50 px-1.5 text-xs leading-5 text-gold">
        {writtenRank(rank, locale)}
      </span>
      <CitationMark citation={rank.citation} anchor={`rank-${figureAnchor(rank)}`} locale={locale} />
    </span>
  );
}

/**
 * A computed place; the first three are in a chip, unless the place is `plain`. `of` is the number of ranked units.
 */
export function Place(props: { place: number; of: number; tied?: boolean; plain?: boolean; locale: Locale }) {
  const { place, of, tied, plain, locale } = props;
  const t = translator(locale, 'figures');
  return (
    <span role="img" aria-label={t(tied ? 'placeTied' : 'place', { place, of })} className="place">
      <span {...(place <= 3 && !plain && { 'data-medal': place })}>{place}</span>
      {tied && <small>{t('tied')}</small>}
    </span>
  );
}

/** The number of places that a unit gained (negative: lost); null where it had none before. */
export function PlaceChange({ change, locale }: { change: number | null; locale: Locale }) {
  const t = translator(locale, 'figures');
  if (change === null) return null;
  const words = change === 0 ? t('same') : t(change > 0 ? 'up' : 'down', { count: Math.abs(change) });
  return (
    <span role="img" aria-label={words} title={words}>
      {change === 0 ? t('unmoved') : `${change > 0 ? '↑' : '↓'}${Math.abs(change)}`}
    </span>
  );
}
