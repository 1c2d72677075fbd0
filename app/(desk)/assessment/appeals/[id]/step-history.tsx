import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import type { HistoryStep } from '@/lib/assessment/appeals/page/words';
import { unknownRemedy, writtenRemedy } from '@/lib/assessment/appeals/written';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** Every step of an appeal with its words, in order. */
export function StepHistory(props: { history: readonly HistoryStep[]; caption: string; locale: Locale }) {
  const { history, caption, locale } = props;
  const t = translator(locale, 'appeals');
  return (
    <DataTable<HistoryStep>
      caption={caption}
      rows={history}
      rowKey={({ step }) => `${history.findIndex((one) => one.step === step)}`}
      columns={[
        {
          key: 'at',
          header: t('page.stepAt'),
          className: 'whitespace-nowrap',
          cell: ({ at }) => <time dateTime={at.toISOString()}>{writtenMoment(at)}</time>,
        },
        {
          key: 'by',
          header: t('page.stepBy'),
          className: 'min-w-24',
          cell: ({ by }) => marked(writtenActor(by, locale), locale),
        },
        { key: 'kind', header: t('page.stepKind'), ...unbroken(locale), cell: ({ step }) => t(`steps.${step.kind}`) },
        {
          key: 'words',
          header: t('page.stepWords'),
          className: 'min-w-64',
          cell: (one) => (
            <span className="whitespace-pre-line">
              {marked([factOf(one, locale), one.words].filter(Boolean).join('\n'), locale)}
            </span>
          ),
        },
      ]}
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
