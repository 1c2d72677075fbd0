'use client';

import { buttonLook } from '@/app/ui/primitives/button';
import { useFormWords } from './page-owner';
import type { DraftOffer } from './use-typed-draft';

/** Offers what an earlier visit typed in a form and did not send. */
export function DraftNotice({ offer }: { offer: DraftOffer | null }) {
  const words = useFormWords();
  if (!offer) return null;
  return (
    <div
      role="status"
      className="mb-4 flex flex-wrap items-center gap-3 border-l-2 border-gold bg-card px-3 py-2 text-sm"
      data-chrome
    >
      <span>
        {words.kept} {offer.isMoved && words.moved}
      </span>
      <button type="button" className={buttonLook('outline')} onClick={offer.restore}>
        {words.restore}
      </button>
      <button type="button" className={buttonLook('quiet')} onClick={offer.discard}>
        {words.discard}
      </button>
    </div>
  );
}
