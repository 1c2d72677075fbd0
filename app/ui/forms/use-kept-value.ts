import { useEffect, useMemo, useRef, useState } from 'react';
import { type Draft, draftsLeft, forgetDraft, keepDraft, nameVisit, onTaken, placeOf, takeSeen } from './drafts';
import { usePageOwner } from './page-owner';
import type { DraftOffer } from './use-typed-draft';

/**
 * Keeps in this browser a value that a page works out as one plays with it and that no server stores; null is nothing to
 * keep. What an earlier visit left is offered, that of the same tab first, unless the page shows it already.
 */
export function useKeptValue<Value>(
  name: string,
  value: Value | null,
  restore: (kept: Value) => void,
): DraftOffer | null {
  const owner = usePageOwner();
  const [earlier, setEarlier] = useState<readonly { readonly place: string; readonly draft: Draft<Value> }[]>([]);
  const visit = useRef('');
  const written = JSON.stringify(value);
  useEffect(() => {
    visit.current ||= nameVisit();
    setEarlier(draftsLeft<Value>(owner, name, visit.current));
  }, [owner, name]);
  useEffect(() => {
    const place = placeOf(name, visit.current);
    const keep = () => keepDraft(owner, place, { content: JSON.parse(written), version: '' });
    if (written === 'null') return forgetDraft(owner, place);
    keep();
    return onTaken(owner, () => place, keep);
  }, [owner, name, written]);
  const offered = useMemo(
    () => earlier.find(({ draft }) => JSON.stringify(draft.content) !== written),
    [earlier, written],
  );
  if (!offered) return null;
  const forget = () => takeSeen(owner, offered);
  return {
    isMoved: false,
    restore: () => {
      restore(offered.draft.content);
      setEarlier([]);
      forget();
    },
    discard: () => {
      setEarlier(earlier.filter((one) => one !== offered));
      forget();
    },
  };
}
