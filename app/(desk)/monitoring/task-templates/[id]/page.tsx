import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { handOut } from '@/app/(desk)/monitoring/task-templates/actions';
import { TemplateAddress } from '@/app/(desk)/monitoring/task-templates/address';
import { TemplateForm } from '@/app/(desk)/monitoring/task-templates/template-form';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { UnitPicker } from '@/app/ui/forms/unit-picker';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { may } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import { templateView } from '@/lib/monitoring/task-lists/templates/queries';
import { paths } from '@/lib/paths';
import { unitsToAsk } from '@/lib/reporting/collections/choices/queries';
import { HandedTable, TemplateTasks } from './template-tables';

/** Cached, since the page and its title both need it. */
const viewOf = cache(async (id: string) => templateView(await principalFor('taskTemplates'), addressPart(id)));

type Props = PageProps<'/monitoring/task-templates/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await viewOf((await params).id);
  return view ? { title: view.title } : {};
}

/** A template: what was handed out of it and to whom, what is drafted, and the forms to change it and to hand it out. */
export default async function TaskTemplatePage({ params, searchParams }: Props) {
  const [{ id }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('taskTemplates'),
  ]);
  const view = await viewOf(id);
  if (!view) notFound();
  const t = translator(locale, 'taskLists');
  const { done, count = 0, units = 0 } = TemplateAddress.parse(query);
  const isOffice = may(principal.role, 'taskTemplate.handOut');
  const { groups, units: all } = await unitsToAsk(principal, `${view.year}`);
  return (
    <>
      <PageHeader
        title={view.title}
        subtitle={`${t('templates.year')} ${view.year}`}
        breadcrumb={[{ label: t('templates.title'), href: paths.taskTemplates }]}
      />
      {done === 'saved' && <Notice>{t('templates.saved')}</Notice>}
      {done === 'handed' && (
        <Notice>{count === 0 ? t('templates.handedNothing') : t('templates.handedOut', { count, units })}</Notice>
      )}
      {view.handed > 0 && (
        <Section id="frozen" title={t('templates.frozen')} note={t('templates.frozenNote')}>
          <TemplateTasks tasks={view.tasks.slice(0, view.handed)} caption={t('templates.frozen')} locale={locale} />
        </Section>
      )}
      {view.tasks.length > view.handed && !isOffice && (
        <Section id="drafted" title={t('templates.drafted')}>
          <TemplateTasks tasks={view.tasks.slice(view.handed)} caption={t('templates.drafted')} locale={locale} />
        </Section>
      )}
      {isOffice && (
        <>
          <Section id="drafted" title={t('templates.drafted')} note={t('templates.draftedNote')}>
            <TemplateForm draft={view} locale={locale} />
          </Section>
          <Section id="hand-out" title={t('templates.handOutTitle')} note={t('templates.handOutNote')}>
            <CommandForm
              id="hand"
              action={handOut}
              submit={t('templates.handOut')}
              asks={{
                question: t('templates.handOutAsks', { tasks: view.tasks.length }),
                yes: t('templates.handOutYes'),
                no: t('forms.no'),
              }}
              hidden={{ template: view.id, version: view.version }}
              refusedTitle={t('forms.refusedTitle')}
            >
              <div className="mb-4">
                <UnitPicker
                  groups={groups}
                  units={all}
                  groupCode=""
                  unitCodes={[]}
                  hint={t('templates.groupHint')}
                  locale={locale}
                />
              </div>
            </CommandForm>
          </Section>
        </>
      )}
      <Section id="handed-to" title={t('templates.handedTo')}>
        {view.handedTo.length === 0 ? (
          <p className="text-ink-2">{t('templates.handedNone')}</p>
        ) : (
          <HandedTable units={view.handedTo} year={view.year} caption={t('templates.handedTo')} locale={locale} />
        )}
      </Section>
    </>
  );
}
