import { Badge } from '@/app/ui/primitives/badge';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ReviewFigure } from '@/lib/reporting/review/words';

const tones = { draft: 'plain', submitted: 'sea', returned: 'gold', approved: 'plain', reopened: 'gold' } as const;

/** How far a figure is, in a word: whose decision it waits for, or what became of it. */
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
