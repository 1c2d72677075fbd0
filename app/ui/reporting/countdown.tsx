import { distanceBetween, writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The time until a deadline, or since it, in its largest unit; the moment itself on hover. */
export function Countdown({ to, now, locale }: { to: Date; now: Date; locale: Locale }) {
  const { unit, count } = distanceBetween(now, to);
  return (
    <time dateTime={to.toISOString()} title={writtenMoment(to)} className="whitespace-nowrap">
      {translator(locale, 'entry')(`${to >= now ? 'left' : 'ago'}${unit}`, { count })}
    </time>
  );
}
