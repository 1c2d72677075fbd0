import { TaskMark } from '@/app/(desk)/monitoring/task-lists/state-mark';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import type { TaskLine } from '@/lib/monitoring/task-lists/page/words';
import { dayOf } from '@/lib/monitoring/task-lists/written';
import { paths } from '@/lib/paths';

/** The tasks of a unit, a line each. */
export function TaskTable(props: { tasks: readonly TaskLine[]; caption: string; locale: Locale }) {
  const { tasks, caption, locale } = props;
  const t = translator(locale, 'taskLists');
  return (
    <DataTable<TaskLine>
      stacked
      caption={caption}
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          wide: true,
          header: t('columns.title'),
          className: 'min-w-36 max-w-64 print:min-w-0',
          cell: ({ id, unit, title, indicator, followUp }) => (
            <>
              <a
                href={paths.unitTask(unit.code, id)}
                className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
              >
                {marked(title, locale)}
              </a>
              {(indicator || followUp) && (
                <span className="block text-xs text-ink-2">
                  {indicator ? markedName(indicator, locale) : marked(writtenNumber(followUp ?? '', locale), locale)}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'goal',
          wide: true,
          header: t('columns.goal'),
          className: 'min-w-36 whitespace-pre-line print:min-w-0',
          cell: ({ goal }) => marked(goal, locale),
        },
        {
          key: 'measure',
          wide: true,
          header: t('columns.measure'),
          className: 'min-w-44 whitespace-pre-line print:min-w-0',
          cell: ({ measure }) => marked(measure || '—', locale),
        },
        { key: 'dueOn', header: t('columns.dueOn'), className: 'whitespace-nowrap', cell: ({ dueOn }) => dueOn },
        {
          key: 'responsible',
          header: t('columns.responsible'),
          className: 'min-w-20 print:min-w-0',
          cell: ({ responsible }) => marked(responsible || '—', locale),
        },
        {
          key: 'state',
          header: t('columns.state'),
          cell: ({ state, isOverdue }) => <TaskMark state={state} isOverdue={isOverdue} locale={locale} />,
        },
        {
          key: 'note',
          wide: true,
          header: t('columns.note'),
          className: 'min-w-44 whitespace-pre-line print:min-w-0',
          cell: ({ note }) =>
            note ? (
              <>
                <span className="text-ink-2">{dayOf(note.at)}</span> {marked(note.words, locale)}
              </>
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
}
