import type { Metadata } from 'next';
import { RegisterForm } from '@/app/(desk)/monitoring/registers/register-form';
import { shownRegister } from '@/app/(desk)/monitoring/registers/shown-register';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'registers')('edit') };
}

/** The form of a register that there is. */
export default async function EditRegisterPage({ params }: PageProps<'/monitoring/registers/[code]/edit'>) {
  const [locale, { code }] = await Promise.all([currentLocale(), params, principalFor('manageRegisters')]);
  const register = await shownRegister(code);
  const t = translator(locale, 'registers');
  const name = nameOf(register, locale);
  return (
    <>
      <PageHeader
        title={t('form.editTitle', { name })}
        subtitle={t('form.lead')}
        breadcrumb={[
          { label: t('title'), href: paths.registers },
          { label: name, href: paths.register(register.code) },
        ]}
      />
      <RegisterForm register={register} locale={locale} />
    </>
  );
}
