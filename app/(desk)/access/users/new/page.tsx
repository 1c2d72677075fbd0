import type { Metadata } from 'next';
import { create } from '@/app/(desk)/access/users/actions';
import { handedWords } from '@/app/(desk)/access/users/handed-words';
import { HandingForm } from '@/app/(desk)/access/users/handing-form';
import { PostingFields } from '@/app/(desk)/access/users/posting-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { TextField } from '@/app/ui/forms/fields';
import { PageHeader } from '@/app/ui/shell/page-header';
import { departments, unitChoices } from '@/lib/access/users/queries';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('users.createTitle') };
}

export default async function NewUserPage() {
  const [locale] = await Promise.all([currentLocale(), principalFor('manageUsers')]);
  const [units, responsible] = await Promise.all([unitChoices(), departments()]);
  const t = translator(locale, 'access');
  return (
    <>
      <PageHeader
        title={t('users.createTitle')}
        subtitle={t('users.createLead')}
        breadcrumb={[{ label: t('users.title'), href: paths.users }]}
      />
      <HandingForm
        action={create}
        submit={t('users.createSubmit')}
        refusedTitle={translator(locale, 'errors')('title')}
        className="max-w-md"
        words={handedWords(locale)}
      >
        <TextField
          name="username"
          label={translator(locale, 'fields')('username')}
          hint={t('users.usernameHint')}
          maxLength={40}
        />
        <PostingFields units={units} departments={responsible} locale={locale} />
      </HandingForm>
    </>
  );
}
