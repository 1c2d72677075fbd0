import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DoneStep, YearInAddress } from '@/app/(desk)/monitoring/task-lists/address';
import { DraftLink } from '@/app/(desk)/publishing/bulletins/draft-link';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FileLinks } from '@/app/ui/tables/file-links';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { may } from '@/lib/access/permissions';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { listHead, taskLines, taskTotal } from '@/lib/monitoring/task-lists/page/queries';
import { mostTasksShown } from '@/lib/monitoring/task-lists/page/words';
import { portraitOf } from '@/lib/monitoring/task-lists/portrait/queries';
import { paths, withQuery } from '@/lib/paths';
import { indicatorChoices } from '@/lib/reporting/rules/queries';
import { AddForm } from './add-form';
import { PortraitParts } from './portrait-parts';
import { TaskTable } from './task-table';

/** Cached, since the page and its title both need it. */
const headOf = cache(async (unit: string) => listHead(await principalFor('taskLists'), addressPart(unit)));

/** So many tasks fit on a sheet in the usual type; more are set closer. */
const mostInRoom = 12;

type Props = PageProps<'/monitoring/task-lists/[unit]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [head, locale] = await Promise.all([headOf((await params).unit), currentLocale()]);
  return head ? { title: `${nameOf(head.unit, locale)} · ${translator(locale, 'taskLists')('title')}` } : {};
}

/** The list of a unit in a year: its portrait, and what it is to do. On paper it is one sheet. */
export default async function TaskListPage({ params, searchParams }: Props) {
  const [path, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('taskLists'),
  ]);
  const head = await headOf(path.unit);
  if (!head) notFound();
  const { unit } = head;
  const today = todayOf({ now: new Date() });
  const now = Number(today.slice(0, 4));
  const year = YearInAddress.parse(query.year) ?? now;
  const isAdding = may(principal.role, 'task.add');
  const [portrait, tasks, indicators] = await Promise.all([
    portraitOf(principal, { unit: unit.code, year }, { today }),
    taskLines(principal, { unit: unit.code, year }, { today, most: mostTasksShown }),
    isAdding ? indicatorChoices() : [],
  ]);
  const more =
    tasks.length < mostTasksShown ? 0 : (await taskTotal(principal, { unit: unit.code, year })) - tasks.length;
  const t = translator(locale, 'taskLists');
  const done = DoneStep.parse(query.done);
  const years = [...new Set([...head.years, now, year])].sort((a, b) => b - a);
  const file = { unit: unit.code, year };
  return (
    <div data-paper="upright" {...(tasks.length > mostInRoom && { 'data-dense': '' })}>
      <PageHeader
        title={t('pageTitle', { unit: nameOf(unit, locale), year: `${year}` })}
        subtitle={`${t('file.asOf')} ${today}`}
        breadcrumb={[{ label: t('title'), href: withQuery(paths.taskLists, { year }) }]}
        actions={
          <>
            <FileLinks path={paths.taskListsFile} choice={file} words={{ csv: t('csv'), xlsx: t('download') }} />
            <a href={paths.unit(unit.code)} className={buttonLook('outline')}>
              {translator(locale, 'units')('figures')}
            </a>
            <DraftLink principal={principal} on={{ kind: 'tasks', unit: unit.code }} locale={locale} />
            <PrintButton label={t('print')} tone="outline" />
          </>
        }
      />
      {done && (
        <div data-chrome>
          <Notice>{t(`done.${done}`)}</Notice>
        </div>
      )}
      <FilterBar action={paths.taskList(unit.code)}>
        <FilterSelect
          label={t('filters.year')}
          name="year"
          value={`${year}`}
          options={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
        />
      </FilterBar>
      <Section id="portrait" title={t('portrait')} note={t('portraitNote')} className="mt-4 print:mt-0">
        <PortraitParts portrait={portrait} unit={unit} year={year} today={today} locale={locale} />
      </Section>
      <Section id="tasks" title={t('tasks')} note={t('tasksNote')}>
        {tasks.length === 0 ? (
          <EmptyState title={t('noTasks')} reason={t(isAdding ? 'noTasksReason' : 'noTasksUnit')} />
        ) : (
          <TaskTable tasks={tasks} caption={t('tasks')} locale={locale} />
        )}
        {more > 0 && <p className="mt-1 font-medium">{t('moreTasks', { count: more })}</p>}
        {isAdding && (
          <div data-chrome className="mt-4">
            <AddForm
              unit={unit}
              year={year}
              indicators={indicators}
              followUps={portrait.followUps.lines}
              locale={locale}
            />
          </div>
        )}
      </Section>
    </div>
  );
}
