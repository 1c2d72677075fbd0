import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { DisplayLine } from '@/lib/dashboards/displays/words';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { revoke } from './actions';

const tones = { active: 'sea', expired: 'gold', revoked: 'plain' } as const;

/** The displays, each with the way to revoke its token, or who revoked it and why. */
export function DisplayTable(props: { displays: readonly DisplayLine[]; mayRevoke: boolean; locale: Locale }) {
  const { displays, mayRevoke, locale } = props;
  const t = translator(locale, 'displays');
  const columns: Column<DisplayLine>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => <span className="font-medium">{marked(name, locale)}</span> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
    },
    {
      key: 'shows',
      header: t('shows'),
      className: 'min-w-40',
      cell: ({ shows }) => marked(listed(shows, locale) || '—', locale),
    },
    {
      key: 'origins',
      header: t('origins'),
      cell: ({ origins }) =>
        origins.length === 0 ? (
          <span className="text-ink-2">{t('noOrigins')}</span>
        ) : (
          origins.map((origin) => (
            <span key={origin} className="block font-mono text-xs break-all">
              {origin}
            </span>
          ))
        ),
    },
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
    {
      key: 'made',
      header: t('made'),
      cell: ({ createdBy, createdAt }) =>
        marked(t('by', { name: writtenActor(createdBy, locale), at: writtenMoment(createdAt) }), locale),
    },
  ];
  const detail = (one: DisplayLine) =>
    one.revokedAt ? (
      <p className="text-table text-ink-2">
        {marked(
          t('revokedBy', {
            name: writtenActor(one.revokedBy ?? '', locale),
            at: writtenMoment(one.revokedAt),
            reason: one.revokedReason,
          }),
          locale,
        )}
      </p>
    ) : mayRevoke ? (
      <CommandForm
        id={`revoke-${one.id}`}
        action={revoke}
        submit={t('revokeSubmit')}
        label={`${t('revokeSubmit')} ${one.name}`}
        tone="danger"
        folded={marked(t('revokeOf', { name: one.name }), locale)}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ id: one.id, version: one.version }}
        className="max-w-md"
      >
        <TextAreaField
          name="reason"
          label={translator(locale, 'formFields')('display.revoke.reason')}
          hint={t('revokeHint')}
          rows={2}
          maxLength={300}
        />
      </CommandForm>
    ) : null;
  return (
    <DataTable
      caption={t('caption')}
      rows={displays}
      columns={columns}
      rowKey={({ id }) => id}
      detail={detail}
      stacked
    />
  );
}
