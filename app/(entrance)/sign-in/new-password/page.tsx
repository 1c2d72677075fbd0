import type { Metadata } from 'next';
import * as z from 'zod';
import { choosePassword } from '@/app/(entrance)/sign-in/actions';
import { currentLocale } from '@/app/server/locale';
import { CommandForm } from '@/app/ui/forms/command-form';
import { PasswordField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';
import { settings } from '@/lib/settings';

const Asked = z.object({ next: z.string().max(500).catch('') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('signIn.chooseTitle') };
}

export default async function NewPasswordPage({ searchParams }: PageProps<'/sign-in/new-password'>) {
  const locale = await currentLocale();
  const { next } = Asked.parse(await searchParams);
  const t = translator(locale, 'access');
  const words = { show: t('signIn.show'), hide: t('signIn.hide') };
  return (
    <section aria-labelledby="choose" className="max-w-sm">
      <h1 id="choose" className="text-2xl font-semibold">
        {t('signIn.chooseTitle')}
      </h1>
      <p className="mt-1 mb-6 text-ink-2">{t('signIn.chooseLead')}</p>
      <CommandForm
        action={choosePassword}
        submit={t('signIn.choose')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ next }}
        actions={
          <a href="/sign-in" className={buttonLook('quiet')}>
            {t('signIn.restart')}
          </a>
        }
      >
        <PasswordField
          name="password"
          label={t('account.next')}
          hint={t(`passwordRules.${settings().passwordProfile}`)}
          autoComplete="new-password"
          words={words}
        />
        <PasswordField name="repeated" label={t('account.repeated')} autoComplete="new-password" words={words} />
      </CommandForm>
    </section>
  );
}
