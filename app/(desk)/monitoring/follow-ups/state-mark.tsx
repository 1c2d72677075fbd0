import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type DueIn, dueIn, isOverdue } from '@/lib/monitoring/follow-ups/due-in';
import type { FollowUpState } from '@/lib/monitoring/follow-ups/words';
import { writtenLeft } from '@/lib/monitoring/follow-ups/written';

const tones: Readonly<Record<FollowUpState, 'plain' | 'sea' | 'gold'>> = {
  raised: 'plain',
  assigned: 'gold',
  signed: 'gold',
  working: 'gold',
  reported: 'sea',
  checking: 'sea',
  closed: 'plain',
  merged: 'plain',
  dropped: 'plain',
};

export function StateMark({ state, locale }: { state: FollowUpState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'followUps')(`states.${state}`)}</Badge>;
}

/** How much time is left, in vermilion once it is over. */
export function TimeLeft(props: { of: { state: FollowUpState; dueOn: string }; today: string; locale: Locale }) {
  const { of, today, locale } = props;
  const left: DueIn = dueIn(of, today);
  return (
    <span className={isOverdue(of, today) ? 'font-semibold text-vermilion' : 'text-ink-2'}>
      {writtenLeft(left, locale)}
    </span>
  );
}
