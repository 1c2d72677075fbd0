import type { Metadata } from 'next';
import { confirm } from '@/app/(entrance)/sign-in/actions';
import { Onwards, StepForm } from '@/app/(entrance)/sign-in/step-form';
import { currentCaller } from '@/app/server/caller';
import { currentMoment } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { CodeField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { awaitedCode } from '@/lib/access/sign-in/queries';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('signIn.secondTitle') };
}

export default async function SecondFactorPage({ searchParams }: PageProps<'/sign-in/second-factor'>) {
  const [locale, { next }] = [await currentLocale(), Onwards.parse(await searchParams)];
  const t = translator(locale, 'access');
  const awaited = await awaitedCode(await currentCaller(), await currentMoment());
  if (!awaited) {
    return (
      <section aria-labelledby="step" className="max-w-sm">
        <h1 id="step" className="text-2xl font-semibold">
          {t('signIn.secondTitle')}
        </h1>
        <p className="mt-1 mb-6 text-ink-2">{t('signIn.notBegun')}</p>
        <a href={withQuery(paths.signIn, { next })} className={buttonLook('primary')}>
          {t('signIn.begin')}
        </a>
      </section>
    );
  }
  return (
    <StepForm
      title={t('signIn.secondTitle')}
      lead={t('signIn.secondLead')}
      action={confirm}
      submit={t('signIn.confirm')}
      next={next}
      locale={locale}
    >
      <CodeField
        label={translator(locale, 'formFields')('session.confirm.code')}
        hint={t(awaited.recoveryCodes > 0 ? 'signIn.codeHint' : 'signIn.noCodesHint')}
      />
    </StepForm>
  );
}
