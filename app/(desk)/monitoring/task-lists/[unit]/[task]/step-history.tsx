import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { HistoryStep } from '@/lib/monitoring/task-lists/page/words';

/** Every step of a task with its words, in order. */
export function StepHistory(props: { history: readonly HistoryStep[]; caption: string; locale: Locale }) {
  const { history, caption, locale } = props;
  const t = translator(locale, 'taskLists');
  const said = ({ kind, measure, responsible, words }: HistoryStep) =>
    kind === 'plan' ? t('task.plan', { measure, responsible }) : words || '—';
  return (
    <DataTable<HistoryStep>
      caption={caption}
      rows={history}
      rowKey={(step) => `${history.indexOf(step)}`}
      columns={[
        {
          key: 'at',
          header: t('task.at'),
          className: 'whitespace-nowrap',
          cell: ({ at }) => <time dateTime={at.toISOString()}>{writtenMoment(at)}</time>,
        },
        {
          key: 'by',
          header: t('task.by'),
          className: 'min-w-24',
          cell: ({ by }) => marked(writtenActor(by, locale), locale),
        },
        { key: 'step', header: t('task.step'), ...unbroken(locale), cell: ({ kind }) => t(`steps.${kind}`) },
        {
          key: 'words',
          header: t('task.words'),
          className: 'min-w-64',
          cell: (step) => <span className="whitespace-pre-line">{marked(said(step), locale)}</span>,
        },
      ]}
    />
  );
}
