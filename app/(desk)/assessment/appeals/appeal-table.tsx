import { marked, markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import type { AppealLine } from '@/lib/assessment/appeals/list/words';
import { writtenItems, writtenResult } from '@/lib/assessment/appeals/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { StateMark } from './state-mark';

/** Appeals, a line each. */
export function AppealTable(props: {
  lines: readonly AppealLine[];
  /** Whether they are of several units; a unit reads its own. */
  ofUnits: boolean;
  caption: string;
  locale: Locale;
}) {
  const { lines, ofUnits, caption, locale } = props;
  const t = translator(locale, 'appeals');
  const unit: Column<AppealLine> = {
    ...{ key: 'unit', header: t('columns.unit'), className: 'min-w-20' },
    cell: (line) => markedName(line.unit, locale),
  };
  return (
    <DataTable<AppealLine>
      stacked
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        ...(ofUnits ? [unit] : []),
        {
          key: 'about',
          wide: true,
          header: t('columns.about'),
          className: 'min-w-48',
          cell: ({ id, items }) => (
            <a
              href={paths.appeal(id)}
              className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
            >
              {marked(writtenItems(items, locale), locale)}
            </a>
          ),
        },
        { key: 'state', header: t('columns.state'), cell: ({ state }) => <StateMark state={state} locale={locale} /> },
        {
          key: 'result',
          wide: true,
          header: t('columns.result'),
          className: 'min-w-40',
          cell: ({ result }) => marked(writtenResult(result, locale), locale),
        },
        {
          key: 'outcome',
          header: t('columns.outcome'),
          ...unbroken(locale),
          cell: ({ outcome }) => (outcome ? t(`outcomes.${outcome}`) : '—'),
        },
        {
          key: 'review',
          header: t('columns.review'),
          className: 'whitespace-nowrap',
          cell: ({ state, reviewUntil }) => (state === 'decided' ? reviewUntil : '—'),
        },
        {
          key: 'filed',
          header: t('columns.filed'),
          className: 'whitespace-nowrap',
          cell: ({ filedAt }) => writtenMoment(filedAt),
        },
        {
          key: 'updated',
          header: t('columns.updated'),
          className: 'whitespace-nowrap',
          cell: ({ updatedAt }) => writtenMoment(updatedAt),
        },
      ]}
    />
  );
}
