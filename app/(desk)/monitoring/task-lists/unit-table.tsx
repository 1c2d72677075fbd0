import { markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { UnitLine } from '@/lib/monitoring/task-lists/list/words';
import { paths, withQuery } from '@/lib/paths';

/** Units with the counts of their lists, a line each. */
export function UnitTable(props: { lines: readonly UnitLine[]; year: number; caption: string; locale: Locale }) {
  const { lines, year, caption, locale } = props;
  const t = translator(locale, 'taskLists');
  const count = (key: 'tasks' | 'open' | 'done') => ({
    ...{ key, header: t(`units.${key}`), align: 'end' as const },
    cell: (line: UnitLine) => line[key],
  });
  const bad = (key: 'overdue' | 'red') => ({
    ...{ key, header: t(`units.${key}`), align: 'end' as const },
    cell: (line: UnitLine) => (
      <span className={line[key] > 0 ? 'font-semibold text-vermilion' : 'text-ink-2'}>{line[key]}</span>
    ),
  });
  return (
    <DataTable<UnitLine>
      caption={caption}
      rows={lines}
      rowKey={({ unit }) => unit.code}
      columns={[
        {
          key: 'unit',
          header: t('units.unit'),
          className: 'min-w-28',
          cell: ({ unit }) => (
            <a
              href={withQuery(paths.taskList(unit.code), { year })}
              className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
            >
              {markedName(unit, locale)}
            </a>
          ),
        },
        ...[count('tasks'), count('open'), bad('overdue'), count('done'), bad('red')],
      ]}
    />
  );
}
