import { marked, markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { HandedUnit, TemplateTask } from '@/lib/monitoring/task-lists/templates/words';
import { paths, withQuery } from '@/lib/paths';

/** Tasks of a template, a line each. */
export function TemplateTasks(props: { tasks: readonly TemplateTask[]; caption: string; locale: Locale }) {
  const { tasks, caption, locale } = props;
  const t = translator(locale, 'taskLists');
  return (
    <DataTable<TemplateTask>
      caption={caption}
      rows={tasks}
      rowKey={(task) => `${tasks.indexOf(task)}`}
      columns={[
        { key: 'title', header: t('columns.title'), className: 'min-w-36', cell: ({ title }) => marked(title, locale) },
        { key: 'goal', header: t('columns.goal'), className: 'min-w-56', cell: ({ goal }) => marked(goal, locale) },
        { key: 'dueOn', header: t('columns.dueOn'), className: 'whitespace-nowrap', cell: ({ dueOn }) => dueOn },
      ]}
    />
  );
}

/** The units that have tasks of a template, and how many of them are done. */
export function HandedTable(props: { units: readonly HandedUnit[]; year: number; caption: string; locale: Locale }) {
  const { units, year, caption, locale } = props;
  const t = translator(locale, 'taskLists');
  return (
    <DataTable<HandedUnit>
      caption={caption}
      rows={units}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'unit',
          header: t('units.unit'),
          cell: (unit) => (
            <a
              href={withQuery(paths.taskList(unit.code), { year })}
              className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
            >
              {markedName(unit, locale)}
            </a>
          ),
        },
        { key: 'tasks', header: t('templates.unitTasks'), align: 'end', cell: ({ tasks }) => tasks },
        { key: 'done', header: t('templates.unitDone'), align: 'end', cell: ({ done }) => done },
        { key: 'withdrawn', header: t('templates.unitWithdrawn'), align: 'end', cell: ({ withdrawn }) => withdrawn },
      ]}
    />
  );
}
