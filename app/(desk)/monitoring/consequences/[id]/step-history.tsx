import { marked } from '@/app/ui/primitives/marked';
import { StepTable } from '@/app/ui/tables/step-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { HistoryStep } from '@/lib/monitoring/consequences/page/words';

/** Every step of a consequence with its day, paper and words, in order. */
export function StepHistory(props: { history: readonly HistoryStep[]; caption: string; locale: Locale }) {
  const { history, caption, locale } = props;
  const t = translator(locale, 'consequences');
  return (
    <StepTable<HistoryStep>
      steps={history}
      caption={caption}
      heads={{ at: t('page.stepAt'), by: t('page.stepBy'), kind: t('page.stepKind'), words: t('page.stepWords') }}
      kindOf={({ kind }) => t(`steps.${kind}`)}
      wordsOf={({ words }) => words}
      own={[
        { key: 'on', header: t('page.stepOn'), className: 'whitespace-nowrap', cell: ({ on }) => on || '—' },
        { key: 'paper', header: t('page.stepPaper'), cell: ({ paper }) => marked(paper || '—', locale) },
      ]}
      locale={locale}
    />
  );
}
