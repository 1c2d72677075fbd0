import { Badge } from '@/app/ui/primitives/badge';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { UserLine } from '@/lib/access/users/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { StateMark } from './state-mark';

/** Accounts, a line each, with a link to the account. */
export function UserTable({ users, locale }: { users: readonly UserLine[]; locale: Locale }) {
  const t = translator(locale, 'access');
  const columns: Column<UserLine>[] = [
    {
      key: 'username',
      header: t('users.username'),
      className: 'whitespace-nowrap',
      cell: (user) => (
        <a href={paths.user(user.id)} className="font-medium text-sea hover:underline">
          {user.username}
        </a>
      ),
    },
    {
      key: 'name',
      header: t('users.name'),
      className: 'whitespace-nowrap',
      cell: (user) => (
        <>
          {user.name} {user.isDemonstration && <Badge>{t('users.demonstration')}</Badge>}
        </>
      ),
    },
    { key: 'role', header: t('users.role'), className: 'whitespace-nowrap', cell: (user) => t(`roles.${user.role}`) },
    {
      key: 'unit',
      header: t('users.unit'),
      className: 'whitespace-nowrap',
      cell: (user) => (user.unit ? nameOf(user.unit, locale) : (user.department ?? '—')),
    },
    { key: 'state', header: t('users.state'), cell: (user) => <StateMark state={user.state} locale={locale} /> },
    {
      key: 'factor',
      header: t('users.factor'),
      cell: (user) => (user.hasSecondFactor ? t('users.factorOn') : '—'),
    },
    {
      key: 'lastSignIn',
      header: t('users.lastSignIn'),
      className: 'whitespace-nowrap',
      cell: (user) => (user.lastSignInAt ? writtenMoment(user.lastSignInAt) : t('users.never')),
    },
  ];
  return <DataTable caption={t('users.title')} rows={users} columns={columns} rowKey={(user) => user.id} />;
}
