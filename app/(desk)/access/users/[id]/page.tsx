import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { ContactForm } from '@/app/(desk)/access/account/contact-form';
import { edit } from '@/app/(desk)/access/users/actions';
import { PostingFields } from '@/app/(desk)/access/users/posting-fields';
import { StateMark } from '@/app/(desk)/access/users/state-mark';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { may } from '@/lib/access/permissions';
import { departments, unitChoices, userDetail } from '@/lib/access/users/queries';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { contactsOf } from '@/lib/reporting/contacts/queries';
import { Measures } from './measures';

const Asked = z.object({ done: z.literal('1').optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('users.title') };
}

export default async function UserPage({ params, searchParams }: PageProps<'/access/users/[id]'>) {
  const [locale, principal, { id }] = await Promise.all([currentLocale(), principalFor('users'), params]);
  const [user, { done }] = [await userDetail(principal, id, new Date()), Asked.parse(await searchParams)];
  if (!user) notFound();
  const t = translator(locale, 'access');
  const isOwn = user.id === principal.userId;
  const mayEdit = may(principal.role, 'user.edit') && !isOwn && !user.isDemonstration;
  const why = isOwn ? 'own' : user.isDemonstration ? 'demo' : 'readOnly';
  const [units, responsible] = mayEdit ? await Promise.all([unitChoices(), departments()]) : [[], []];
  const contacts = await contactsOf(principal, user.unit ? [user.unit.code] : []);
  return (
    <>
      <PageHeader
        title={user.name}
        subtitle={`${user.username} · ${t(`roles.${user.role}`)}`}
        breadcrumb={[{ label: t('users.title'), href: paths.users }]}
        actions={<StateMark state={user.state} locale={locale} />}
      />
      {done && <Notice>{t('users.done')}</Notice>}
      {!mayEdit && <Notice>{t(`users.${why}`)}</Notice>}
      {user.blockedUntil && (
        <Notice tone="warn">{t('users.blocked', { until: writtenMoment(user.blockedUntil) })}</Notice>
      )}
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section title={t('users.factsTitle')} className="mt-8 min-w-0" id="facts">
          <FactList
            facts={[
              [t('users.unit'), user.unit ? nameOf(user.unit, locale) : user.department],
              [t('users.lastSignIn'), user.lastSignInAt ? writtenMoment(user.lastSignInAt) : t('users.never')],
              [t('users.sessions'), t('users.sessionsCount', { count: user.sessions })],
              [t('users.factor'), user.hasSecondFactor ? t('users.factorOn') : t('account.none')],
              [t('users.passwordSetAt'), user.state === 'waiting' ? null : writtenMoment(user.passwordSetAt)],
              [t('users.handedOverUntil'), user.handedOverUntil && writtenMoment(user.handedOverUntil)],
              [t('users.createdAt'), writtenMoment(user.createdAt)],
            ]}
          />
        </Section>
        {user.unit && may(principal.role, 'contact.set') && (
          <Section
            title={t('contact.titleOf', { unit: nameOf(user.unit, locale) })}
            className="mt-8 min-w-0"
            id="contact"
            note={t('contact.note')}
          >
            <ContactForm
              unitCode={user.unit.code}
              contact={contacts.get(user.unit.code)}
              back={user.id}
              locale={locale}
            />
          </Section>
        )}
        {mayEdit && (
          <Section title={t('users.editTitle')} className="mt-8 min-w-0" id="edit" note={t('users.moved')}>
            <CommandForm
              // The key renews the fields when the version changes.
              key={user.version}
              action={edit}
              submit={t('users.save')}
              refusedTitle={translator(locale, 'errors')('title')}
              hidden={{ id: user.id, version: user.version }}
              className="max-w-md"
            >
              <PostingFields
                units={units}
                departments={responsible}
                present={{ ...user, unitCode: user.unit?.code ?? null }}
                locale={locale}
              />
            </CommandForm>
          </Section>
        )}
      </div>
      {mayEdit && <Measures user={user} locale={locale} />}
    </>
  );
}
