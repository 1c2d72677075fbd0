'use client';

import { clsx } from 'clsx';
import { type ReactNode, useState } from 'react';
import { Spoken } from '@/app/ui/primitives/spoken';

/**
 * Shows the reason of the lamp under the pointer or the cursor in a line below the table. A reader of the screen hears it with
 * the lamp itself; without scripts it is in the list below.
 */
export function ToldReason({ children }: { children: ReactNode }) {
  const [reason, setReason] = useState('');
  const tell = (target: EventTarget) => {
    const lamp = target instanceof Element ? target.closest('a[data-lamp]') : null;
    if (lamp instanceof HTMLAnchorElement) setReason(lamp.title);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the links inside, which can be reached by key.
    <div onFocus={({ target }) => tell(target)} onMouseOver={({ target }) => tell(target)}>
      {children}
      <p
        aria-hidden="true"
        className={clsx(
          'sticky bottom-0 mt-1 min-h-6 border-l-2 bg-paper py-0.5 pl-3 text-table print:hidden',
          reason === '' ? 'border-transparent' : 'border-sea',
        )}
      >
        <Spoken words={reason} />
      </p>
    </div>
  );
}
