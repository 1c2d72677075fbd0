import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { disable } from '@/app/(desk)/access/account/actions';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { CodeField, PasswordField } from '@/app/ui/forms/fields';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { ownAccount } from '@/lib/access/account/queries';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { CodesLeft } from './codes-left';
import { FactorSetupSteps } from './factor-setup-steps';
import { RenewCodes } from './recovery-codes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('account.factorTitle') };
}

export default async function SecondFactorPage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('account')]);
  const account = await ownAccount(principal);
  if (!account) notFound();
  const t = translator(locale, 'access');
  const errors = translator(locale, 'errors');
  const secret = { show: t('signIn.show'), hide: t('signIn.hide') };
  const copying = { copy: t('account.copy'), copied: t('account.copied') };
  return (
    <>
      <PageHeader
        title={t('account.factorTitle')}
        subtitle={account.hasSecondFactor ? t('account.factorOn') : t('account.factorOff')}
        breadcrumb={[{ label: t('account.title'), href: paths.account }]}
      />
      {principal.standing === 'mustEnrol' && <Notice tone="warn">{t('account.factorRequired')}</Notice>}
      {account.hasSecondFactor ? (
        <>
          <Section title={t('account.factorCodes')} className="mb-8" id="codes" note={t('account.renewNote')}>
            <CodesLeft count={account.recoveryCodes} locale={locale} />
            <RenewCodes
              words={{
                ...secret,
                ...copying,
                renew: t('account.renew'),
                lead: t('account.factorCodesLead'),
                present: t('account.present'),
                refused: errors('title'),
              }}
            />
          </Section>
          <CommandForm
            action={disable}
            submit={t('account.factorDisable')}
            tone="danger"
            refusedTitle={errors('title')}
            className="max-w-sm"
          >
            <PasswordField name="present" label={t('account.present')} autoComplete="current-password" words={secret} />
            <CodeField
              label={translator(locale, 'formFields')('session.confirm.code')}
              hint={t(account.recoveryCodes > 0 ? 'signIn.codeHint' : 'account.codeOnly')}
            />
          </CommandForm>
        </>
      ) : (
        <FactorSetupSteps
          words={{
            ...secret,
            ...copying,
            replaced: t('account.replaced'),
            refused: errors('title'),
            step1: t('account.factorStep1'),
            present: t('account.present'),
            begin: t('account.factorBegin'),
            step2: t('account.factorStep2'),
            scan: t('account.factorScan'),
            codes: t('account.factorCodes'),
            codesLead: t('account.factorCodesLead'),
            step3: t('account.factorStep3'),
            code: translator(locale, 'formFields')('session.confirm.code'),
            enable: t('account.factorEnable'),
          }}
        />
      )}
    </>
  );
}
