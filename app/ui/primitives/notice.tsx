import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** A sentence the reader must not miss: what was ignored, what is provisional. */
export function Notice({ tone = 'info', children }: { tone?: 'info' | 'warn'; children: ReactNode }) {
  return (
    <p
      role="status"
      className={clsx(
        'my-4 border-l-2 bg-card px-3 py-2 text-sm text-ink',
        tone === 'warn' ? 'border-gold' : 'border-sea',
      )}
    >
      {children}
    </p>
  );
}
