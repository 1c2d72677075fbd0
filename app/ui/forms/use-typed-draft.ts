'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Draft, draftsLeft, forgetDraft, keepDraft, nameVisit, onTaken, placeOf, takeSeen } from './drafts';
import { faultsShown } from './faults-shown';
import { usePageOwner } from './page-owner';
import { changedFields, fieldKinds, type Typed, typeAgain, typedIn } from './typed-fields';

/** What an earlier visit left in a form, offered to be taken up again. */
export type DraftOffer = {
  /** Whether what the form is about has changed since. */
  readonly isMoved: boolean;
  readonly restore: () => void;
  readonly discard: () => void;
};

/** Places of forms that were sent and left the page with the answer, until it is seen whether they were taken. */
const leaving = new Set<string>();

/** What an earlier visit left, and its place. */
type Left = { readonly place: string; readonly draft: Draft<Typed> };

/**
 * Keeps in this browser what is typed in a form until the server acknowledges it, however the page is left; what an
 * earlier visit left is offered, that of the same tab first. `name` tells the forms of a page apart, the kinds of its
 * fields one that is not named: words of the page would not do, since the language may change. `answered` is the moment
 * of the last refusal, after which all is kept; a form that was sent and not refused is acknowledged.
 */
export function useTypedDraft(
  form: RefObject<HTMLFormElement | null>,
  {
    name,
    isNamed = true,
    version = '',
    isSending = false,
    answered = 0,
  }: { name: string; isNamed?: boolean; version?: string; isSending?: boolean; answered?: number },
): DraftOffer | null {
  const owner = usePageOwner();
  const [earlier, setEarlier] = useState<readonly Left[]>([]);
  const place = useRef('');
  useEffect(() => {
    const element = form.current;
    if (!element || owner === '') return;
    const about = `${location.pathname} ${name}${isNamed ? '' : fieldKinds(element)}`;
    // A newer version of what the form is about is another visit: what was typed over the older one is offered.
    const visit = nameVisit();
    place.current = placeOf(about, visit);
    const initial = typedIn(element);
    setEarlier(
      draftsLeft<Typed>(owner, about, visit).filter(
        ({ place, draft }) => !leaving.has(place) && Object.keys(changedFields(initial, draft.content)).length > 0,
      ),
    );
    const onType = () => {
      const content = changedFields(initial, typedIn(element));
      if (Object.keys(content).length === 0) forgetDraft(owner, place.current);
      else keepDraft(owner, place.current, { content, version });
    };
    // A form that reads only has its contents in the address of the next page.
    const onSubmit = () => element.method === 'get' && !isAction(element) && forgetDraft(owner, place.current);
    element.addEventListener('input', onType);
    element.addEventListener('change', onType);
    element.addEventListener('submit', onSubmit);
    const stop = onTaken(owner, () => place.current, onType);
    return () => {
      stop();
      element.removeEventListener('input', onType);
      element.removeEventListener('change', onType);
      element.removeEventListener('submit', onSubmit);
    };
  }, [form, name, isNamed, version, owner]);

  const sent = useRef<{ readonly answered: number; readonly place: string } | null>(null);
  useEffect(() => {
    if (isSending) sent.current = { answered, place: place.current };
    else if (sent.current !== null) {
      const { place: taken, answered: before } = sent.current;
      sent.current = null;
      if (before !== answered) return;
      forgetDraft(owner, taken);
      setEarlier((left) => left.filter((one) => one.place !== taken));
    }
  }, [isSending, answered, owner]);
  useEffect(
    () => () => {
      // The next page replaces a form that was taken; a page of a fault replaces one whose answer was lost.
      const [gone, faults] = [sent.current?.place, faultsShown()];
      if (gone === undefined) return;
      leaving.add(gone);
      setTimeout(() => {
        leaving.delete(gone);
        if (faultsShown() === faults) forgetDraft(owner, gone);
      });
    },
    [owner],
  );
  const [offered, ...others] = earlier;
  if (!offered) return null;
  return {
    isMoved: offered.draft.version !== version,
    restore: () => {
      setEarlier([]);
      if (form.current) typeAgain(form.current, offered.draft.content);
      // It is this visit's now, which keeps it under its own name.
      takeSeen(owner, offered);
    },
    discard: () => {
      takeSeen(owner, offered);
      setEarlier(others);
    },
  };
}

/** Whether the form gives a command; its scripts and its fields then send it. */
const isAction = (form: HTMLFormElement) => !form.hasAttribute('action') || form.action.startsWith('javascript:');
