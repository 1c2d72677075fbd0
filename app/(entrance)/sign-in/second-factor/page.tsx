import type { Metadata } from 'next';
import { confirm } from '@/app/(entrance)/sign-in/actions';
import { Onwards, StepForm } from '@/app/(entrance)/sign-in/step-form';
import { currentLocale } from '@/app/server/locale';
import { CodeField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('signIn.secondTitle') };
}

export default async function SecondFactorPage({ searchParams }: PageProps<'/sign-in/second-factor'>) {
  const [locale, { next }] = [await currentLocale(), Onwards.parse(await searchParams)];
  const t = translator(locale, 'access');
  return (
    <StepForm
      title={t('signIn.secondTitle')}
      lead={t('signIn.secondLead')}
      action={confirm}
      submit={t('signIn.confirm')}
      next={next}
      locale={locale}
    >
      <CodeField label={translator(locale, 'fields')('code')} hint={t('signIn.codeHint')} />
    </StepForm>
  );
}
