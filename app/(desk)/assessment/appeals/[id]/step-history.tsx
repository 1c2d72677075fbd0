import { StepTable } from '@/app/ui/tables/step-table';
import type { HistoryStep } from '@/lib/assessment/appeals/page/words';
import { unknownRemedy, writtenRemedy } from '@/lib/assessment/appeals/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** Every step of an appeal with its words, in order. */
export function StepHistory(props: { history: readonly HistoryStep[]; caption: string; locale: Locale }) {
  const { history, caption, locale } = props;
  const t = translator(locale, 'appeals');
  return (
    <StepTable<HistoryStep>
      steps={history}
      caption={caption}
      heads={{ at: t('page.stepAt'), by: t('page.stepBy'), kind: t('page.stepKind'), words: t('page.stepWords') }}
      kindOf={({ step }) => t(`steps.${step.kind}`)}
      wordsOf={(one) => [factOf(one, locale), one.words].filter(Boolean).join('\n')}
      locale={locale}
    />
  );
}

/** What a step says besides its words. */
function factOf({ step, settled }: HistoryStep, locale: Locale): string {
  const t = translator(locale, 'appeals');
  switch (step.kind) {
    case 'attach':
      return step.fileName;
    case 'decide':
    case 'decideReview':
      return t(`outcomes.${step.outcome}`);
    case 'settle':
      return writtenRemedy(settled ?? unknownRemedy(step.remedy), locale);
    default:
      return '';
  }
}
