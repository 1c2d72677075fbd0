import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Badge } from '@/app/ui/primitives/badge';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { ClientLine } from '@/lib/access/clients/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { revoke } from './actions';

const tones = { active: 'sea', expired: 'gold', revoked: 'plain' } as const;

/** The programs with a token, each with the way to revoke it, or who revoked it and why. */
export function ClientTable(props: { clients: readonly ClientLine[]; mayRevoke: boolean; locale: Locale }) {
  const { clients, mayRevoke, locale } = props;
  const t = translator(locale, 'clients');
  const roles = translator(locale, 'access');
  const columns: Column<ClientLine>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => <span className="font-medium">{marked(name, locale)}</span> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
    },
    { key: 'role', header: t('role'), className: 'whitespace-nowrap', cell: ({ role }) => roles(`roles.${role}`) },
    { key: 'scope', header: t('scope'), cell: ({ scope }) => t(`scopes.${scope}`) },
    { key: 'unit', header: t('unit'), cell: ({ unit }) => (unit ? markedName(unit, locale) : t('everyUnit')) },
    {
      key: 'start',
      header: t('start'),
      cell: ({ tokenStart }) => <span className="font-mono text-xs">{tokenStart}…</span>,
    },
    { key: 'expires', header: t('expires'), className: 'whitespace-nowrap', cell: ({ expiresOn }) => expiresOn },
    {
      key: 'used',
      header: t('used'),
      className: 'whitespace-nowrap',
      cell: ({ lastUsedAt }) => (lastUsedAt ? writtenMoment(lastUsedAt) : t('never')),
    },
    { key: 'host', header: t('host'), cell: ({ host }) => host ?? t('nowhere') },
    {
      key: 'made',
      header: t('made'),
      cell: ({ createdBy, createdAt }) => marked(t('by', { name: createdBy, at: writtenMoment(createdAt) }), locale),
    },
  ];
  const detail = (client: ClientLine) =>
    client.revokedAt ? (
      <p className="text-table text-ink-2">
        {marked(
          t('revokedBy', {
            name: client.revokedBy ?? '',
            at: writtenMoment(client.revokedAt),
            reason: client.revokedReason,
          }),
          locale,
        )}
      </p>
    ) : mayRevoke ? (
      <CommandForm
        id={`revoke-${client.id}`}
        action={revoke}
        submit={t('revokeSubmit')}
        label={`${t('revokeSubmit')} ${client.name}`}
        tone="danger"
        folded={marked(t('revokeOf', { name: client.name }), locale)}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ id: client.id, version: client.version }}
        className="max-w-md"
      >
        <TextAreaField
          name="reason"
          label={translator(locale, 'formFields')('apiClient.revoke.reason')}
          hint={t('revokeHint')}
          rows={2}
          maxLength={300}
        />
      </CommandForm>
    ) : null;
  return (
    <DataTable
      caption={t('caption')}
      rows={clients}
      columns={columns}
      rowKey={({ id }) => id}
      detail={detail}
      stacked
    />
  );
}
