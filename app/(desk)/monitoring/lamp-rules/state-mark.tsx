import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { LampRuleSet } from '@/lib/monitoring/lamps/rule-sets/words';

const tones = { draft: 'gold', held: 'sea', ended: 'plain' } as const;

/** Whether rules are drafted, hold or ended; of a draft that never held, that it was dropped. */
export function StateMark({ set, locale }: { set: LampRuleSet; locale: Locale }) {
  const t = translator(locale, 'lamps');
  const isDropped = set.state === 'ended' && set.adoptedAt === null;
  return <Badge tone={tones[set.state]}>{isDropped ? t('rules.dropped') : t(`rules.states.${set.state}`)}</Badge>;
}
