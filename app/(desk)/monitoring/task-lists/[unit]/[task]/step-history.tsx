import { StepTable } from '@/app/ui/tables/step-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { HistoryStep } from '@/lib/monitoring/task-lists/page/words';

/** Every step of a task with its words, in order. */
export function StepHistory(props: { history: readonly HistoryStep[]; caption: string; locale: Locale }) {
  const { history, caption, locale } = props;
  const t = translator(locale, 'taskLists');
  const said = ({ kind, measure, responsible, words }: HistoryStep) =>
    kind === 'plan' ? t('task.plan', { measure, responsible }) : words;
  return (
    <StepTable<HistoryStep>
      steps={history}
      caption={caption}
      heads={{ at: t('task.at'), by: t('task.by'), kind: t('task.step'), words: t('task.words') }}
      kindOf={({ kind }) => t(`steps.${kind}`)}
      wordsOf={said}
      locale={locale}
    />
  );
}
