import { clsx } from 'clsx';
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

const medals: Record<number, string> = {
  1: 'border-gold bg-gold/15 text-gold font-semibold',
  2: 'border-rule-strong bg-rule-strong/15 text-ink font-semibold',
  3: 'border-bronze bg-bronze/15 text-bronze font-semibold',
};

/** A computed place; the first three carry a chip with the number inside. `of` is how many are ranked. */
export function Place(props: { place: number; of: number; tied?: boolean; locale: Locale }) {
  const { place, of, tied, locale } = props;
  const t = translator(locale, 'figures');
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap tabular-nums">
      <span
        aria-hidden="true"
        className={clsx(
          'inline-flex h-6 min-w-6 items-center justify-center rounded-full px-1',
          medals[place] && `border ${medals[place]}`,
        )}
      >
        {place}
      </span>
      {tied && (
        <span aria-hidden="true" className="text-xs text-ink-2">
          {t('tied')}
        </span>
      )}
      <span className="sr-only">{t(tied ? 'placeTied' : 'place', { place, of })}</span>
    </span>
  );
}

/** How many places a unit moved: positive is up; null where it had none before. */
export function PlaceChange({ change, locale }: { change: number | null; locale: Locale }) {
  const t = translator(locale, 'figures');
  const words =
    change === null
      ? t('noChange')
      : change === 0
        ? t('same')
        : t(change > 0 ? 'up' : 'down', { count: Math.abs(change) });
  const sign = change === null ? '' : change === 0 ? '—' : `${change > 0 ? '↑' : '↓'}${Math.abs(change)}`;
  return (
    <span className="whitespace-nowrap tabular-nums" title={words}>
      <span aria-hidden="true" className={change ? 'text-ink' : 'text-ink-2'}>
        {sign}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
