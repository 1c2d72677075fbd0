import type { Metadata } from 'next';
import { TemplateForm } from '@/app/(desk)/monitoring/task-templates/template-form';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'taskLists')('templates.create') };
}

/** The form of a new template. */
export default async function NewTemplatePage() {
  const [locale] = await Promise.all([currentLocale(), principalFor('manageTaskTemplates')]);
  const t = translator(locale, 'taskLists');
  const year = Number(todayOf({ now: new Date() }).slice(0, 4));
  return (
    <>
      <PageHeader
        title={t('templates.create')}
        subtitle={t('templates.draftedNote')}
        breadcrumb={[{ label: t('templates.title'), href: paths.taskTemplates }]}
      />
      <TemplateForm draft={{ id: '', version: 0, title: '', year, tasks: [], handed: 0 }} locale={locale} />
    </>
  );
}
