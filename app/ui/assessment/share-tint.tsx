import { ScoreNumber } from './score-number';

/** The strongest tint in percent, at which the number stays readable in both themes. */
const deepest = 32;

/** A share in percent as a tinted cell: the tint only repeats the number. */
export function ShareTint({ share, title }: { share: number | null | undefined; title?: string | undefined }) {
  const tint = Math.round((Math.min(Math.max(share ?? 0, 0), 100) / 100) * deepest);
  return (
    <span
      title={title}
      className="-mx-2.5 -my-1 flex min-h-9 items-center justify-end px-2.5"
      style={tint > 0 ? { background: `color-mix(in srgb, var(--sea) ${tint}%, transparent)` } : undefined}
    >
      <ScoreNumber value={share} digits={1} />
    </span>
  );
}
