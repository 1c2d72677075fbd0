import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** The time until a deadline, or since it, in its largest unit; the moment itself on hover. */
export function Countdown({ to, now, locale }: { to: Date; now: Date; locale: Locale }) {
  const t = translator(locale, 'entry');
  const rest = Math.abs(to.getTime() - now.getTime());
  const side = to >= now ? 'left' : 'ago';
  const words =
    rest >= day
      ? t(`${side}Days`, { count: Math.floor(rest / day) })
      : rest >= hour
        ? t(`${side}Hours`, { count: Math.floor(rest / hour) })
        : t(`${side}Minutes`, { count: Math.max(1, Math.floor(rest / minute)) });
  return (
    <time dateTime={to.toISOString()} title={writtenMoment(to)} className="whitespace-nowrap">
      {words}
    </time>
  );
}
