import type { Metadata } from 'next';
import { choosePassword } from '@/app/(entrance)/sign-in/actions';
import { Onwards, StepForm } from '@/app/(entrance)/sign-in/step-form';
import { currentLocale } from '@/app/server/locale';
import { PasswordField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import { settings } from '@/lib/settings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('signIn.chooseTitle') };
}

export default async function NewPasswordPage({ searchParams }: PageProps<'/sign-in/new-password'>) {
  const [locale, { next }] = [await currentLocale(), Onwards.parse(await searchParams)];
  const t = translator(locale, 'access');
  const words = { show: t('signIn.show'), hide: t('signIn.hide') };
  return (
    <StepForm
      title={t('signIn.chooseTitle')}
      lead={t('signIn.chooseLead')}
      action={choosePassword}
      submit={t('signIn.choose')}
      next={next}
      locale={locale}
    >
      <PasswordField
        name="password"
        label={t('account.next')}
        hint={t(`passwordRules.${settings().passwordProfile}`)}
        autoComplete="new-password"
        words={words}
      />
      <PasswordField name="repeated" label={t('account.repeated')} autoComplete="new-password" words={words} />
    </StepForm>
  );
}
