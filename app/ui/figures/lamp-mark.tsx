import { clsx } from 'clsx';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { lampWord, type WrittenLamp } from '@/lib/monitoring/lamps/written-lamp';

const looks = {
  red: ['▲', 'text-vermilion'],
  yellow: ['●', 'text-gold'],
  green: ['✓', 'text-jade'],
} as const;

/** A lamp as a mark and a word, never as a colour alone; `isShort` leaves the word of its meaning to what is beside it. */
export function LampMark(props: { lamp: Pick<WrittenLamp, 'colour' | 'judged'>; isShort?: boolean; locale: Locale }) {
  const { lamp, isShort, locale } = props;
  if (lamp.colour === null) return <span className="text-ink-2">{lampWord(lamp, locale)}</span>;
  const [mark, tone] = looks[lamp.colour];
  const word = isShort ? translator(locale, 'lamps')(`colours.${lamp.colour}`) : lampWord(lamp, locale);
  return (
    <span className={clsx('whitespace-nowrap', tone, lamp.colour === 'red' && 'font-semibold')}>
      <span aria-hidden="true">{mark}</span> {word}
    </span>
  );
}
