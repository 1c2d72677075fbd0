import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ConsequenceRule } from '@/lib/monitoring/consequences/rules/words';

const tones = { draft: 'gold', held: 'sea', ended: 'plain' } as const;

/** Whether a rule is drafted, adopted or ended; of a draft that was never adopted, that it was dropped. */
export function RuleStateMark({ rule, locale }: { rule: ConsequenceRule; locale: Locale }) {
  const t = translator(locale, 'consequences');
  const isDropped = rule.state === 'ended' && rule.adoptedAt === null;
  return <Badge tone={tones[rule.state]}>{isDropped ? t('rules.dropped') : t(`rules.states.${rule.state}`)}</Badge>;
}
