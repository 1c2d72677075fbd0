import type { CSSProperties } from 'react';
import type { Facet, HeatCell } from '@/lib/dashboards/compare/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { Figure } from './figure';

/** The strongest tint in percent, at which figures stay readable in both themes. */
const deepest = 32;

/** A figure of a heat table, tinted by its place: the better, the deeper. */
export function TintedFigure({ cell, facet, locale }: { cell: HeatCell | undefined; facet: Facet; locale: Locale }) {
  const t = translator(locale, 'compare');
  if (!cell) return <span className="text-ink-2">{t('none')}</span>;
  const tint = cell.shade === null ? 0 : Math.round(cell.shade * deepest);
  return (
    <span
      title={cell.place === null ? undefined : t('placeOf', { place: cell.place, of: cell.of })}
      data-place={cell.place ?? undefined}
      className="tint"
      style={tint > 0 ? ({ '--tint': `${tint}%` } as CSSProperties) : undefined}
    >
      <Figure figure={cell.figure} measure={facet.indicator.measure} locale={locale} size="table" />
    </span>
  );
}
