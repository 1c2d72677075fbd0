import { clsx } from 'clsx';
import type { ReactNode } from 'react';

const tones = {
  plain: 'border-rule text-ink-2',
  sea: 'border-sea/40 text-sea',
  gold: 'border-gold/50 text-gold',
};

/** A word with a hairline border. */
export function Badge({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex items-center rounded-sm border px-1.5 text-xs leading-5 whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
