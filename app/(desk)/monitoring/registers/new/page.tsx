import type { Metadata } from 'next';
import { RegisterForm } from '@/app/(desk)/monitoring/registers/register-form';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { translator } from '@/lib/i18n/translator';
import { usualVisitDays } from '@/lib/monitoring/registers/words';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'registers')('form.createTitle') };
}

/** The form of a new register. */
export default async function NewRegisterPage() {
  const [locale] = await Promise.all([currentLocale(), principalFor('manageRegisters')]);
  const t = translator(locale, 'registers');
  const empty = { code: '', version: 0, kind: 'entities', nameZh: '', nameEn: '', visitDays: usualVisitDays } as const;
  return (
    <>
      <PageHeader
        title={t('form.createTitle')}
        subtitle={t('form.lead')}
        breadcrumb={[{ label: t('title'), href: paths.registers }]}
      />
      <RegisterForm register={{ ...empty, lists: { fields: [], grades: [], groups: [] } }} locale={locale} />
    </>
  );
}
