import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { PasswordField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { ownAccount } from '@/lib/access/account/queries';
import { ownSessions } from '@/lib/access/auth/queries';
import { may } from '@/lib/access/permissions';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { contactsOf } from '@/lib/reporting/contacts/queries';
import { settings } from '@/lib/settings';
import { change, closeOthers, signOut } from './actions';
import { ContactForm } from './contact-form';
import { CodesLeft } from './second-factor/codes-left';
import { SessionTable } from './session-table';

const Asked = z.object({ done: z.enum(['password', 'sessions', 'factor', 'contact']).optional().catch(undefined) });
const doneWords = {
  password: 'changed',
  sessions: 'closedOthers',
  factor: 'factorDone',
  contact: 'contactDone',
} as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('account.title') };
}

export default async function AccountPage({ searchParams }: PageProps<'/access/account'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('account')]);
  const { done } = Asked.parse(await searchParams);
  const [account, sessions] = await Promise.all([ownAccount(principal), ownSessions(principal, new Date())]);
  if (!account) notFound();
  const contacts = await contactsOf(principal, account.unit ? [account.unit.code] : []);
  const t = translator(locale, 'access');
  const refusedTitle = translator(locale, 'errors')('title');
  const policy = settings();
  const secret = { show: t('signIn.show'), hide: t('signIn.hide') };
  return (
    <>
      <PageHeader title={t('account.title')} subtitle={t('account.lead')} />
      {done && <Notice>{t(`account.${doneWords[done]}`)}</Notice>}
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section title={t('account.facts')} className="mt-8 min-w-0" id="facts">
          <FactList
            facts={[
              [t('account.username'), account.username],
              [t('account.name'), account.name],
              [t('account.role'), t(`roles.${principal.role}`)],
              [t('account.unit'), account.unit && nameOf(account.unit, locale)],
              [t('account.department'), principal.department],
              [t('account.lastSignIn'), account.lastSignInAt && writtenMoment(account.lastSignInAt)],
            ]}
          />
        </Section>
        {account.unit && may(principal.role, 'contact.set') && (
          <Section title={t('contact.title')} className="mt-8 min-w-0" id="contact" note={t('contact.note')}>
            <ContactForm
              unitCode={account.unit.code}
              contact={contacts.get(account.unit.code)}
              back=""
              locale={locale}
            />
          </Section>
        )}
        <Section title={t('account.factorTitle')} className="mt-8 min-w-0" id="factor">
          <p className="mb-4 text-ink-2">{account.hasSecondFactor ? t('account.factorOn') : t('account.factorOff')}</p>
          {account.hasSecondFactor && <CodesLeft count={account.recoveryCodes} locale={locale} />}
          <a href={paths.secondFactor} className={buttonLook('outline')}>
            {account.hasSecondFactor ? t('account.factorDisable') : t('account.factorManage')}
          </a>
        </Section>
        <Section
          title={t('account.passwordTitle')}
          className="mt-8 min-w-0"
          id="password"
          note={t('account.passwordSet', { at: writtenMoment(account.passwordSetAt) })}
        >
          <CommandForm action={change} submit={t('account.change')} refusedTitle={refusedTitle} className="max-w-sm">
            <PasswordField name="present" label={t('account.present')} autoComplete="current-password" words={secret} />
            <PasswordField
              name="password"
              label={t('account.next')}
              hint={t(`passwordRules.${policy.passwordProfile}`)}
              autoComplete="new-password"
              words={secret}
            />
            <PasswordField name="repeated" label={t('account.repeated')} autoComplete="new-password" words={secret} />
          </CommandForm>
        </Section>
        <Section
          title={t('account.sessionsTitle')}
          className="mt-8 min-w-0"
          id="sessions"
          note={t('account.sessionsLead', { idle: policy.idleMinutes, hours: policy.sessionHours })}
        >
          <SessionTable sessions={sessions} locale={locale} />
          <div className="mt-4 flex flex-wrap gap-3">
            {sessions.length > 1 && (
              <CommandForm
                action={closeOthers}
                submit={t('account.closeOthers')}
                tone="outline"
                refusedTitle={refusedTitle}
              />
            )}
            <CommandForm action={signOut} submit={t('account.signOut')} tone="outline" refusedTitle={refusedTitle} />
          </div>
        </Section>
      </div>
    </>
  );
}
