import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ConsequenceState } from '@/lib/monitoring/consequences/words';

const tones = { proposed: 'gold', confirmed: 'sea', declined: 'plain', completed: 'plain' } as const;

/** How far a consequence is. */
export function StateMark({ state, locale }: { state: ConsequenceState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'consequences')(`states.${state}`)}</Badge>;
}
