import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DoneStep } from '@/app/(desk)/monitoring/task-lists/address';
import { TaskMark } from '@/app/(desk)/monitoring/task-lists/state-mark';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { may, maySee } from '@/lib/access/permissions';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { taskView } from '@/lib/monitoring/task-lists/page/queries';
import { isTakenIn } from '@/lib/monitoring/task-lists/steps';
import { paths, withQuery } from '@/lib/paths';
import { StepHistory } from './step-history';
import { OfficeSteps, UnitSteps } from './task-steps';

/** Cached, since the page and its title both need it. */
const viewOf = cache(async (id: string) =>
  taskView(await principalFor('taskLists'), addressPart(id), todayOf({ now: new Date() })),
);

type Props = PageProps<'/monitoring/task-lists/[unit]/[task]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await viewOf((await params).task);
  return view ? { title: view.title } : {};
}

/** A task of a unit: what it asks, what the reader may do next, and its whole history. */
export default async function TaskPage({ params, searchParams }: Props) {
  const [path, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('taskLists'),
  ]);
  const view = await viewOf(path.task);
  if (!view || view.unit.code !== addressPart(path.unit)) notFound();
  const t = translator(locale, 'taskLists');
  const { unit, state, template, indicator, followUp } = view;
  const done = DoneStep.parse(query.done);
  const isOwner = principal.unitCode === unit.code && may(principal.role, 'task.plan');
  const link = (href: string, words: string) => (
    <a key={href} href={href} className="text-sea underline">
      {marked(words, locale)}
    </a>
  );
  const about = indicator
    ? link(withQuery(paths.lamp(unit.code, indicator.code), { year: view.year }), nameOf(indicator, locale))
    : followUp && link(paths.followUp(followUp), writtenNumber(followUp, locale));
  return (
    <>
      <PageHeader
        title={view.title}
        subtitle={markedName(unit, locale)}
        breadcrumb={[
          { label: t('title'), href: withQuery(paths.taskLists, { year: view.year }) },
          { label: nameOf(unit, locale), href: withQuery(paths.taskList(unit.code), { year: view.year }) },
        ]}
        actions={<PrintButton label={t('print')} tone="outline" />}
      />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      <FactList
        facts={[
          [t('columns.state'), <TaskMark key="state" state={state} isOverdue={view.isOverdue} locale={locale} />],
          [t('columns.goal'), <Lines key="goal">{marked(view.goal, locale)}</Lines>],
          [t('columns.dueOn'), view.dueOn],
          [t('columns.measure'), <Lines key="measure">{marked(view.measure || '—', locale)}</Lines>],
          [t('columns.responsible'), marked(view.responsible || '—', locale)],
          [t('columns.about'), about],
          [
            t('task.template'),
            template
              ? maySee(principal.role, 'taskTemplates')
                ? link(paths.taskTemplate(template.id), template.title)
                : marked(template.title, locale)
              : t('task.byItself'),
          ],
        ]}
      />
      {isOwner && (isTakenIn(state, 'note') || isTakenIn(state, 'reopen')) && (
        <div data-chrome>
          <Section id="next" title={t('task.next')}>
            <UnitSteps view={view} locale={locale} />
          </Section>
        </div>
      )}
      {may(principal.role, 'task.withdraw') && isTakenIn(state, 'withdraw') && (
        <div data-chrome>
          <Section id="office" title={t('task.office')}>
            <OfficeSteps view={view} locale={locale} />
          </Section>
        </div>
      )}
      <Section id="history" title={t('task.history')} note={t('task.historyNote')}>
        <StepHistory history={view.history} caption={t('task.history')} locale={locale} />
      </Section>
    </>
  );
}

const Lines = ({ children }: { children: React.ReactNode }) => <span className="whitespace-pre-line">{children}</span>;
