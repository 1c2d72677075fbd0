import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { HistoryStep } from '@/lib/monitoring/consequences/page/words';

/** Every step of a consequence with its day, paper and words, in order. */
export function StepHistory(props: { history: readonly HistoryStep[]; caption: string; locale: Locale }) {
  const { history, caption, locale } = props;
  const t = translator(locale, 'consequences');
  return (
    <DataTable<HistoryStep>
      caption={caption}
      rows={history}
      rowKey={(step) => `${history.indexOf(step)}`}
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
        { key: 'kind', header: t('page.stepKind'), ...unbroken(locale), cell: ({ kind }) => t(`steps.${kind}`) },
        { key: 'on', header: t('page.stepOn'), className: 'whitespace-nowrap', cell: ({ on }) => on || '—' },
        { key: 'paper', header: t('page.stepPaper'), cell: ({ paper }) => marked(paper || '—', locale) },
        {
          key: 'words',
          header: t('page.stepWords'),
          className: 'min-w-64',
          cell: ({ words }) => <span className="whitespace-pre-line">{marked(words || '—', locale)}</span>,
        },
      ]}
    />
  );
}
