import type { CSSProperties } from 'react';
import { type ShareScale, tintOf } from '@/lib/assessment/rankings/grid/share-scale';
import { ScoreNumber } from './score-number';

/** A share in percent as a tinted cell, which may be a link: the tint only repeats the number. */
export function ShareTint({
  share,
  scale,
  href,
}: {
  share: number | null | undefined;
  scale: ShareScale | null;
  href?: string;
}) {
  const tint = scale && tintOf(share, scale);
  const look = { className: 'tint', ...(tint && { style: { '--tint': `${tint}%` } as CSSProperties }) };
  const number = <ScoreNumber value={share} digits={1} />;
  return href === undefined ? (
    <span {...look}>{number}</span>
  ) : (
    <a {...look} href={href}>
      {number}
    </a>
  );
}

/** The scale of the tints as a strip from the lowest share to the highest one. */
export function TintScale({ scale }: { scale: ShareScale }) {
  const ends = [tintOf(scale.low, scale), tintOf(scale.high, scale)].map(
    (tint) => `color-mix(in srgb, var(--sea) ${tint}%, transparent)`,
  );
  return (
    <span className="mr-3 inline-flex items-center gap-2 align-middle whitespace-nowrap" data-part="scale">
      <ScoreNumber value={scale.low} digits={1} />%
      <span
        aria-hidden="true"
        className="inline-block h-3 w-28 border border-rule"
        style={{ background: `linear-gradient(to right, ${ends.join(', ')})` }}
      />
      <ScoreNumber value={scale.high} digits={1} />%
    </span>
  );
}
