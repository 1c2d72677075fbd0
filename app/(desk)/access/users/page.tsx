import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { SearchField } from '@/app/ui/tables/search-field';
import { may } from '@/lib/access/permissions';
import { isOfficeStaffed, pageLength, userList } from '@/lib/access/users/queries';
import { userStates } from '@/lib/access/users/words';
import { accountRoles } from '@/lib/access/words';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { UserTable } from './user-table';

const path = paths.users;
const Choice = z.object({
  q: z.string().trim().max(60).catch(''),
  role: z.enum(accountRoles).optional().catch(undefined),
  state: z.enum(userStates).optional().catch(undefined),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('users.title') };
}

export default async function UsersPage({ searchParams }: PageProps<'/access/users'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('users')]);
  const choice = Choice.parse(await searchParams);
  const [{ users, total }, isStaffed] = await Promise.all([userList(principal, choice), isOfficeStaffed(principal)]);
  const t = translator(locale, 'access');
  const { q, role, state, page } = choice;
  const pages = Math.max(1, Math.ceil(total / pageLength));
  const any = { value: '', label: t('users.all') };
  return (
    <>
      <PageHeader
        title={t('users.title')}
        subtitle={t('users.lead', { total })}
        actions={
          may(principal.role, 'user.create') && (
            <div className="flex flex-wrap gap-2">
              <a href={paths.userImport} className={buttonLook('outline')}>
                {t('users.import')}
              </a>
              <a href={paths.newUser} className={buttonLook('primary')}>
                {t('users.create')}
              </a>
            </div>
          )
        }
      />
      {!isStaffed && may(principal.role, 'user.create') && <Notice tone="warn">{t('users.noOffice')}</Notice>}
      <div className="flex flex-wrap items-end gap-x-6">
        <SearchField
          action={path}
          value={q}
          keep={{ role, state }}
          className="mb-4 w-full sm:w-80"
          words={{ label: t('users.find'), hint: t('users.findHint'), find: t('users.apply') }}
        />
        <FilterBar action={path} isPart keep={{ q }} {...((q || role || state) && { resetHref: path })}>
          <FilterSelect
            label={t('users.role')}
            name="role"
            value={role ?? ''}
            options={[any, ...accountRoles.map((value) => ({ value, label: t(`roles.${value}`) }))]}
          />
          <FilterSelect
            label={t('users.state')}
            name="state"
            value={state ?? ''}
            options={[any, ...userStates.map((value) => ({ value, label: t(`users.states.${value}`) }))]}
          />
        </FilterBar>
      </div>
      {users.length === 0 ? (
        <EmptyState
          title={t('users.none')}
          reason={t('users.noneReason')}
          action={
            <a href={path} className={buttonLook('outline')}>
              {t('users.reset')}
            </a>
          }
        />
      ) : (
        <UserTable users={users} locale={locale} />
      )}
      <Pager page={page} pages={pages} hrefOf={pageAddress(path, { q, role, state })} locale={locale} />
    </>
  );
}
