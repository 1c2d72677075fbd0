import type { ReactNode } from 'react';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import type { FormAction } from '@/app/ui/forms/form-state';
import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { TokenLine } from '@/lib/access/tokens/words';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const tones = { active: 'sea', expired: 'gold', revoked: 'plain' } as const;

/** Tokens, each with the way to revoke it, or who revoked it and why; `own` are the columns of their kind. */
export function TokenTable<Line extends TokenLine>(props: {
  caption: string;
  /** The head of the names. */
  name: string;
  tokens: readonly Line[];
  own: readonly Column<Line>[];
  /** How a token is revoked; null where it may not be. */
  revoke: { readonly action: FormAction; readonly reason: string; readonly hint: string } | null;
  locale: Locale;
}) {
  const { caption, name, tokens, own, revoke, locale } = props;
  const t = translator(locale, 'tokens');
  const columns: Column<Line>[] = [
    { key: 'name', header: name, cell: (one) => <span className="font-medium">{marked(one.name, locale)}</span> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
    },
    ...own,
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
  const detail = (one: Line): ReactNode => {
    if (one.revokedAt) {
      const [by, at] = [writtenActor(one.revokedBy ?? '', locale), writtenMoment(one.revokedAt)];
      return (
        <p className="text-table text-ink-2">
          {marked(t('revokedBy', { name: by, at, reason: one.revokedReason }), locale)}
        </p>
      );
    }
    if (!revoke) return null;
    return (
      <CommandForm
        id={`revoke-${one.id}`}
        action={revoke.action}
        submit={t('revokeSubmit')}
        label={`${t('revokeSubmit')} ${one.name}`}
        tone="danger"
        folded={marked(t('revokeOf', { name: one.name }), locale)}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ id: one.id, version: one.version }}
        className="max-w-md"
      >
        <TextAreaField name="reason" label={revoke.reason} hint={revoke.hint} rows={2} maxLength={300} />
      </CommandForm>
    );
  };
  return (
    <DataTable caption={caption} rows={tokens} columns={columns} rowKey={({ id }) => id} detail={detail} stacked />
  );
}
