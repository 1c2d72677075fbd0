import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { may } from '@/lib/access/permissions';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { templateList } from '@/lib/monitoring/task-lists/templates/queries';
import type { TaskTemplate } from '@/lib/monitoring/task-lists/templates/words';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'taskLists')('templates.title') };
}

/** All templates of lists. */
export default async function TaskTemplatesPage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('taskTemplates')]);
  const templates = await templateList(principal);
  const t = translator(locale, 'taskLists');
  const number = (key: 'tasks' | 'handed' | 'units', of: (one: TaskTemplate) => number) => ({
    ...{ key, header: t(`templates.${key}`), align: 'end' as const, cell: of },
  });
  return (
    <>
      <PageHeader
        title={t('templates.title')}
        subtitle={t('templates.lead')}
        actions={
          <>
            <a href={paths.taskLists} className={buttonLook('quiet')}>
              {t('title')}
            </a>
            {may(principal.role, 'taskTemplate.save') && (
              <a href={paths.newTaskTemplate} className={buttonLook('primary')}>
                {t('templates.create')}
              </a>
            )}
          </>
        }
      />
      <DataTable<TaskTemplate>
        caption={t('templates.caption')}
        rows={templates}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('templates.none')} reason={t('templates.noneReason')} />}
        columns={[
          {
            key: 'name',
            header: t('templates.name'),
            className: 'min-w-40',
            cell: ({ id, title }) => (
              <a
                href={paths.taskTemplate(id)}
                className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
              >
                {marked(title, locale)}
              </a>
            ),
          },
          { key: 'year', header: t('templates.year'), cell: ({ year }) => year },
          number('tasks', ({ tasks }) => tasks.length),
          number('handed', ({ handed }) => handed),
          number('units', ({ units }) => units),
          {
            key: 'edited',
            header: t('templates.edited'),
            className: 'whitespace-nowrap',
            cell: ({ editedAt }) => writtenMoment(editedAt),
          },
        ]}
      />
    </>
  );
}
