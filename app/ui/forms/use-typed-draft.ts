'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Draft, draftOf, forgetDraft, keepDraft } from './drafts';
import { faultsShown } from './faults-shown';
import { usePageOwner } from './page-owner';
import { changedFields, fieldNames, type Typed, typeAgain, typedIn } from './typed-fields';

/** What an earlier visit left in a form, offered to be taken up again. */
export type DraftOffer = {
  /** Whether what the form is about has changed since. */
  readonly isMoved: boolean;
  readonly restore: () => void;
  readonly discard: () => void;
};

/**
 * Keeps in this browser what is typed in a form until the server acknowledges it, however the page is left; what an
 * earlier visit left is offered. `name` tells the forms of a page apart, the names of its fields one that is not named:
 * words of the page would not do, since the language may change. `answered` is the moment of the last refusal,
 * after which all is kept; a form that was sent and not refused is acknowledged.
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
  const [earlier, setEarlier] = useState<Draft<Typed> | null>(null);
  const offered = useRef<Typed | null>(null);
  const decided = () => {
    offered.current = null;
    setEarlier(null);
  };
  const place = useRef('');
  useEffect(() => {
    const element = form.current;
    if (!element || owner === '') return;
    place.current = `${location.pathname} ${name}${isNamed ? '' : fieldNames(element)}`;
    const initial = typedIn(element);
    const kept = draftOf<Typed>(owner, place.current);
    if (kept && Object.keys(changedFields(initial, kept.content)).length > 0) {
      offered.current = kept.content;
      setEarlier(kept);
    }
    const onType = () => {
      const content = { ...offered.current, ...changedFields(initial, typedIn(element)) };
      if (Object.keys(content).length === 0) forgetDraft(owner, place.current);
      else keepDraft(owner, place.current, { content, version });
    };
    // A form that reads only has its contents in the address of the next page.
    const onSubmit = () => element.method === 'get' && !isAction(element) && forgetDraft(owner, place.current);
    element.addEventListener('input', onType);
    element.addEventListener('change', onType);
    element.addEventListener('submit', onSubmit);
    return () => {
      element.removeEventListener('input', onType);
      element.removeEventListener('change', onType);
      element.removeEventListener('submit', onSubmit);
    };
  }, [form, name, isNamed, version, owner]);

  const sent = useRef<number | null>(null);
  useEffect(() => {
    if (isSending) sent.current = answered;
    else if (sent.current !== null) {
      if (sent.current === answered) forgetDraft(owner, place.current);
      sent.current = null;
    }
  }, [isSending, answered, owner]);
  useEffect(
    () => () => {
      // The next page replaces a form that was taken; a page of a fault replaces one whose answer was lost.
      const [isSent, faults, gone] = [sent.current !== null, faultsShown(), place.current];
      if (isSent) setTimeout(() => faultsShown() === faults && forgetDraft(owner, gone));
    },
    [owner],
  );
  if (!earlier) return null;
  return {
    isMoved: earlier.version !== version,
    restore: () => {
      const kept = draftOf<Typed>(owner, place.current) ?? earlier;
      decided();
      if (form.current) typeAgain(form.current, kept.content);
    },
    discard: () => {
      forgetDraft(owner, place.current);
      decided();
    },
  };
}

/** Whether the form gives a command; its scripts and its fields then send it. */
const isAction = (form: HTMLFormElement) => !form.hasAttribute('action') || form.action.startsWith('javascript:');
