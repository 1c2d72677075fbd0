'use client';

import { buttonLook } from '@/app/ui/primitives/button';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { KeptOffer } from './use-kept-cells';

/** Offers what an earlier visit typed and could not save. */
export function KeptNotice({ offer, t }: { offer: KeptOffer; t: ReturnType<typeof partTranslator<'entry'>> }) {
  return (
    <div
      role="alert"
      className="my-3 flex flex-wrap items-center gap-3 border-l-2 border-gold bg-card px-3 py-2"
      data-chrome
    >
      <span key={offer.count}>{t('keptHere', { count: offer.count })}</span>
      <button type="button" className={buttonLook('outline')} onClick={offer.restore}>
        {t('restoreKept')}
      </button>
      <button type="button" className={buttonLook('quiet')} onClick={offer.discard}>
        {t('discardKept')}
      </button>
    </div>
  );
}
