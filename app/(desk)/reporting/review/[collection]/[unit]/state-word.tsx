import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ReviewFigure } from '@/lib/reporting/review/words';

const tones = { draft: 'plain', submitted: 'sea', returned: 'gold', approved: 'plain', reopened: 'gold' } as const;

/** The state of a figure in a word: the next reviewer, or the final decision. */
export function StateWord({ figure, locale }: { figure: Pick<ReviewFigure, 'state' | 'awaits'>; locale: Locale }) {
  const r = translator(locale, 'reporting');
  const { state, awaits } = figure;
  return (
    <Badge tone={tones[state]}>
      {awaits
        ? translator(locale, 'review')('awaiting', { level: r(`reviewLevels.${awaits}`) })
        : r(`figureStates.${state}`)}
    </Badge>
  );
}
