import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { schemesAmong } from '@/lib/assessment/rankings/choose-run';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import { publishedTitles } from '@/lib/dashboards/boards/queries';
import { displayList } from '@/lib/dashboards/displays/queries';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { create } from './actions';
import { DisplayTable } from './display-table';
import { DisplayForm } from './handed-display';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'displays')('title') };
}

/** The displays of published boards and rankings, with forms to make one and to revoke its token. */
export default async function DisplaysPage({ searchParams }: PageProps<'/dashboards/displays'>) {
  const [locale, principal, { done }] = await Promise.all([currentLocale(), principalFor('displays'), searchParams]);
  const displays = await displayList(principal, new Date());
  const t = translator(locale, 'displays');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {done === 'revoked' && <Notice>{t('revoked')}</Notice>}
      {displays.length === 0 ? (
        <EmptyState title={t('none')} reason={t('noneReason')} />
      ) : (
        <DisplayTable displays={displays} mayRevoke={may(principal.role, 'display.revoke')} locale={locale} />
      )}
      {may(principal.role, 'display.create') && (
        <Section id="new" title={t('create')} note={t('createLead')} className="mt-8 scroll-mt-20">
          <NewDisplay principal={principal} locale={locale} />
        </Section>
      )}
    </>
  );
}

async function NewDisplay({ principal, locale }: { principal: Principal; locale: Locale }) {
  const t = translator(locale, 'displays');
  const f = translator(locale, 'formFields');
  const tokens = translator(locale, 'tokens');
  const [boards, runs] = await Promise.all([publishedTitles(principal), publishedRuns(principal)]);
  const schemes = schemesAmong(runs);
  if (boards.length + schemes.length === 0) return <p className="text-ink-2">{t('nothingPublished')}</p>;
  return (
    <DisplayForm
      action={create}
      submit={t('createSubmit')}
      refusedTitle={translator(locale, 'errors')('title')}
      words={{
        title: t('handed'),
        lead: t('handedLead'),
        name: t('name'),
        expires: tokens('expires'),
        address: t('address'),
        embedding: t('embedding'),
        embedNote: t('embedNote'),
        copy: tokens('copy'),
        copied: tokens('copied'),
        toList: tokens('toList'),
      }}
    >
      <TextField name="name" label={f('display.create.name')} maxLength={40} />
      <fieldset id="field-new-display-items" tabIndex={-1} className="mb-4">
        <legend className="mb-1 text-sm font-medium">{f('display.create.items')}</legend>
        {boards.length > 0 && <p className="text-xs leading-5 text-ink-2">{t('boards')}</p>}
        {boards.map(({ id, title }) => (
          <div key={id}>
            <Tick name={`board-${id}`}>{marked(title, locale)}</Tick>
          </div>
        ))}
        {schemes.length > 0 && <p className="mt-2 text-xs leading-5 text-ink-2">{t('rankings')}</p>}
        {schemes.map((run) => (
          <div key={run.schemeCode}>
            <Tick name={`scheme-${run.schemeCode}`}>{markedName(run, locale)}</Tick>
          </div>
        ))}
      </fieldset>
      <TextAreaField
        name="origins"
        label={f('display.create.origins')}
        hint={t('originsHint')}
        rows={3}
        maxLength={2000}
      />
      <TextField name="expiresOn" type="date" label={f('display.create.expiresOn')} hint={tokens('dayHint')} />
    </DisplayForm>
  );
}
