'use client';

import { createContext, type ReactNode, use, useEffect } from 'react';
import { ownerField } from '@/lib/access/words';
import { hasUnkeptDrafts } from './drafts';

/** The words that every form may need. */
export type FormWords = Readonly<Record<'signIn' | 'unsent' | 'kept' | 'moved' | 'restore' | 'discard', string>>;

const nobody = {
  owner: '',
  words: { signIn: '', unsent: '', kept: '', moved: '', restore: '', discard: '' } as FormWords,
};
const Page = createContext(nobody);

/** Tells the forms of a page for whom it was made, and their common words. */
export function PageOwner(props: { owner: string; words: FormWords; children: ReactNode }) {
  const { owner, words, children } = props;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasUnkeptDrafts()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  return <Page value={{ owner, words }}>{children}</Page>;
}

/** The owner of the page, for a write by a script; empty for a visitor. */
export function usePageOwner(): string {
  return use(Page).owner;
}

export function useFormWords(): FormWords {
  return use(Page).words;
}

/** The hidden field without which the server takes no form of a signed-in account. */
export function OwnerField() {
  const { owner } = use(Page);
  return owner === '' ? null : <input type="hidden" name={ownerField} value={owner} />;
}
