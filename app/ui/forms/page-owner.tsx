'use client';

import { createContext, type ReactNode, use } from 'react';
import { ownerField } from '@/lib/access/words';

const Owner = createContext('');

/** Tells the forms of a page for whom it was made. */
export function PageOwner({ owner, children }: { owner: string; children: ReactNode }) {
  return <Owner value={owner}>{children}</Owner>;
}

/** The owner of the page, for a write by a script. */
export function usePageOwner(): string {
  return use(Owner);
}

/** The hidden field without which the server takes no form of a signed-in account. */
export function OwnerField() {
  const owner = use(Owner);
  return owner === '' ? null : <input type="hidden" name={ownerField} value={owner} />;
}
