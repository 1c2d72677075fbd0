import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { longestList } from '@/lib/access/users/words';
import { accountRoles } from '@/lib/access/words';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { ImportForm } from './import-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('userList.title') };
}

export default async function ImportUsersPage() {
  const [locale] = await Promise.all([currentLocale(), principalFor('manageUsers')]);
  const t = translator(locale, 'access');
  const roles = listed(
    accountRoles.map((role) => t(`roles.${role}`)),
    locale,
  );
  return (
    <>
      <PageHeader
        title={t('userList.title')}
        subtitle={t('userList.lead', { most: longestList })}
        breadcrumb={[{ label: t('users.title'), href: paths.users }]}
        actions={
          <a href={withQuery(paths.userListFile, { format: 'xlsx' })} className={buttonLook('outline')}>
            {t('userList.template')}
          </a>
        }
      />
      <p className="mb-6 max-w-3xl text-ink-2">{t('userList.rolesAre', { roles })}</p>
      <ImportForm
        words={{
          submit: t('userList.submit'),
          refused: translator(locale, 'errors')('title'),
          file: t('userList.file'),
          hint: t('userList.fileHint'),
          print: t('userList.print'),
          again: t('userList.again'),
          toList: t('users.toList'),
        }}
      />
    </>
  );
}
