import { Badge } from '@/app/ui/primitives/badge';
import type { AppealState } from '@/lib/assessment/appeals/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const tones: Readonly<Record<AppealState, 'plain' | 'sea' | 'gold'>> = {
  filed: 'gold',
  accepted: 'gold',
  rejected: 'plain',
  decided: 'sea',
  reviewing: 'gold',
  reviewed: 'sea',
  closed: 'plain',
  withdrawn: 'plain',
};

export function StateMark({ state, locale }: { state: AppealState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'appeals')(`states.${state}`)}</Badge>;
}
