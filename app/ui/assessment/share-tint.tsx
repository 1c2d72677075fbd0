import type { CSSProperties } from 'react';
import { ScoreNumber } from './score-number';

/** The strongest tint in percent, at which the number stays readable in both themes. */
const deepest = 32;

/** A share in percent as a tinted cell, which may be a link: the tint only repeats the number. */
export function ShareTint({ share, href }: { share: number | null | undefined; href?: string }) {
  const tint = Math.round((Math.min(Math.max(share ?? 0, 0), 100) / 100) * deepest);
  const look = { className: 'tint', ...(tint > 0 && { style: { '--tint': `${tint}%` } as CSSProperties }) };
  const number = <ScoreNumber value={share} digits={1} />;
  return href === undefined ? (
    <span {...look}>{number}</span>
  ) : (
    <a {...look} href={href}>
      {number}
    </a>
  );
}
