import { Badge } from '@/app/ui/primitives/badge';
import type { UserState } from '@/lib/access/users/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const tones = { active: 'sea', waiting: 'gold', disabled: 'plain' } as const;

/** The state of an account in a word. */
export function StateMark({ state, locale }: { state: UserState; locale: Locale }) {
  return <Badge tone={tones[state]}>{translator(locale, 'access')(`users.states.${state}`)}</Badge>;
}
