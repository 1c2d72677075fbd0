'use client';

import { buttonLook } from '@/app/ui/primitives/button';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { EntryDraftOffer } from './use-entry-drafts';

/** The most figures that the notice names. */
const mostNamed = 5;

/** Offers what an earlier visit, or another tab, typed and could not save, beside what is stored. */
export function DraftNotice(props: {
  offer: EntryDraftOffer;
  figures: readonly FormFigure[];
  t: ReturnType<typeof partTranslator<'entry'>>;
  locale: Locale;
}) {
  const { offer, figures, t, locale } = props;
  const count = offer.cells.length;
  return (
    <div
      role="alert"
      className="my-3 flex flex-wrap items-center gap-3 border-l-2 border-gold bg-card px-3 py-2"
      data-chrome
    >
      <div key={count}>
        {t('keptHere', { count })}
        <ul className="text-table">
          {offer.cells.slice(0, mostNamed).map(({ key, typed, stored }) => {
            const figure = figures.find((one) => keyOf(one) === key);
            return (
              figure && (
                <li key={key}>
                  {t('keptFigure', {
                    name: nameOf(figure.indicator, locale),
                    period: writtenPeriod(figure.periodCode, locale),
                    typed: typed || '—',
                    stored: stored || '—',
                  })}
                </li>
              )
            );
          })}
        </ul>
      </div>
      <button type="button" className={buttonLook('outline')} onClick={offer.restore}>
        {t('restoreKept')}
      </button>
      <button type="button" className={buttonLook('quiet')} onClick={offer.discard}>
        {t('discardKept')}
      </button>
    </div>
  );
}
