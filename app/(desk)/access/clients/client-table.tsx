import { markedName } from '@/app/ui/primitives/marked';
import type { Column } from '@/app/ui/tables/data-table';
import { TokenTable } from '@/app/ui/tables/token-table';
import type { ClientLine } from '@/lib/access/clients/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { revoke } from './actions';

/** The programs with a token, each with what it may read and write. */
export function ClientTable(props: { clients: readonly ClientLine[]; mayRevoke: boolean; locale: Locale }) {
  const { clients, mayRevoke, locale } = props;
  const t = translator(locale, 'clients');
  const roles = translator(locale, 'access');
  const own: Column<ClientLine>[] = [
    { key: 'role', header: t('role'), className: 'whitespace-nowrap', cell: ({ role }) => roles(`roles.${role}`) },
    { key: 'scope', header: t('scope'), cell: ({ scope }) => t(`scopes.${scope}`) },
    { key: 'unit', header: t('unit'), cell: ({ unit }) => (unit ? markedName(unit, locale) : t('everyUnit')) },
    { key: 'host', header: t('host'), cell: ({ host }) => host ?? t('nowhere') },
  ];
  const reason = translator(locale, 'formFields')('apiClient.revoke.reason');
  return (
    <TokenTable
      caption={t('caption')}
      name={t('name')}
      tokens={clients}
      own={own}
      revoke={mayRevoke ? { action: revoke, reason, hint: t('revokeHint') } : null}
      locale={locale}
    />
  );
}
