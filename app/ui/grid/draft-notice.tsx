'use client';

import { buttonLook } from '@/app/ui/primitives/button';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { DraftOffer } from './use-grid-drafts';

/** The most cells that the notice names. */
const mostNamed = 5;

/** Offers what an earlier visit, or another tab, typed and could not save, each cell in words beside what is stored. */
export function DraftNotice<Entry>(props: {
  offer: DraftOffer<Entry>;
  told: (cell: DraftOffer<Entry>['cells'][number]) => string;
  t: ReturnType<typeof partTranslator<'entry'>>;
}) {
  const { offer, told, t } = props;
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
          {offer.cells.slice(0, mostNamed).map((cell) => (
            <li key={cell.key}>{told(cell)}</li>
          ))}
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
