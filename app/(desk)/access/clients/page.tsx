import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { clientList } from '@/lib/access/clients/queries';
import { clientScopes, longestAddress, readingRoles } from '@/lib/access/clients/words';
import { may } from '@/lib/access/permissions';
import { unitChoices } from '@/lib/access/users/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { create } from './actions';
import { ClientTable } from './client-table';
import { TokenForm } from './handed-token';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'clients')('title') };
}

/** The tokens by which other systems read, with forms to make one and to revoke one. */
export default async function ClientsPage({ searchParams }: PageProps<'/access/clients'>) {
  const [locale, principal, { done }] = await Promise.all([currentLocale(), principalFor('clients'), searchParams]);
  const mayCreate = may(principal.role, 'apiClient.create');
  const [clients, units] = await Promise.all([clientList(principal, new Date()), mayCreate ? unitChoices() : []]);
  const t = translator(locale, 'clients');
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          <a href={paths.apiReference} className={buttonLook('outline')}>
            {t('reference')}
          </a>
        }
      />
      {done === 'revoked' && <Notice>{t('revoked')}</Notice>}
      {clients.length === 0 ? (
        <EmptyState title={t('none')} reason={t('noneReason')} />
      ) : (
        <ClientTable clients={clients} mayRevoke={may(principal.role, 'apiClient.revoke')} locale={locale} />
      )}
      {mayCreate && (
        <Section id="new" title={t('create')} note={t('createLead')} className="mt-8 scroll-mt-20">
          <NewToken units={units} locale={locale} />
        </Section>
      )}
    </>
  );
}

function NewToken({ units, locale }: { units: readonly Named[]; locale: Locale }) {
  const t = translator(locale, 'clients');
  const f = translator(locale, 'formFields');
  const tokens = translator(locale, 'tokens');
  const roles = translator(locale, 'access');
  return (
    <TokenForm
      action={create}
      submit={t('createSubmit')}
      refusedTitle={translator(locale, 'errors')('title')}
      words={{
        title: t('handed'),
        lead: t('handedLead'),
        name: t('name'),
        expires: tokens('expires'),
        token: t('token'),
        copy: tokens('copy'),
        copied: tokens('copied'),
        toList: tokens('toList'),
      }}
    >
      <TextField name="name" label={f('apiClient.create.name')} maxLength={40} />
      <SelectField
        name="role"
        label={f('apiClient.create.role')}
        hint={t('roleHint')}
        value="visitor"
        options={readingRoles.map((role) => ({ value: role, label: roles(`roles.${role}`) }))}
      />
      <SelectField
        name="scope"
        label={f('apiClient.create.scope')}
        hint={t('scopeHint')}
        value="read"
        options={clientScopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
      />
      <SelectField
        name="unitCode"
        label={f('apiClient.create.unitCode')}
        hint={t('unitHint')}
        value=""
        options={[
          { value: '', label: t('everyUnit') },
          ...units.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) })),
        ]}
      />
      <TextField
        name="webhook"
        label={f('apiClient.create.webhook')}
        hint={t('webhookHint')}
        maxLength={longestAddress}
      />
      <TextField name="expiresOn" type="date" label={f('apiClient.create.expiresOn')} hint={tokens('dayHint')} />
    </TokenForm>
  );
}
