import { Badge } from '@/app/ui/primitives/badge';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { browserName } from '@/lib/access/auth/browser-name';
import type { OwnSession } from '@/lib/access/auth/queries';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The browsers on which an account is signed in. */
export function SessionTable({ sessions, locale }: { sessions: readonly OwnSession[]; locale: Locale }) {
  const t = translator(locale, 'access');
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      header: t('account.device'),
      className: 'whitespace-nowrap',
      cell: (session) => (
        <>
          {browserName(session.userAgent)} {session.isCurrent && <Badge tone="sea">{t('account.here')}</Badge>}
        </>
      ),
    },
    { key: 'address', header: t('account.address'), cell: (session) => session.address || '—' },
    {
      key: 'began',
      header: t('account.began'),
      className: 'whitespace-nowrap',
      cell: (session) => writtenMoment(session.createdAt),
    },
    {
      key: 'active',
      header: t('account.active'),
      className: 'whitespace-nowrap',
      cell: (session) => writtenMoment(session.activeAt),
    },
  ];
  return (
    <DataTable
      caption={t('account.sessionsTitle')}
      rows={sessions}
      columns={columns}
      rowKey={(session) => session.id}
    />
  );
}
