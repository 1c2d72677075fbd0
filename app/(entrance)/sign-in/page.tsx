import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentLocale } from '@/app/server/locale';
import { askingPrincipal, wasIdle } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { PasswordField, TextField } from '@/app/ui/forms/fields';
import { Notice } from '@/app/ui/primitives/notice';
import { ownPath, startPath } from '@/lib/access/start-path';
import { demonstrationUsers } from '@/lib/access/users/queries';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { signIn } from './actions';
import { DemonstrationAccounts } from './demonstration-accounts';
import { Onwards } from './step-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('signIn.title') };
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const [locale, principal] = await Promise.all([currentLocale(), askingPrincipal()]);
  const next = ownPath(Onwards.parse(await searchParams).next, '');
  if (principal.role !== 'visitor') redirect(next || startPath(principal.role));
  const t = translator(locale, 'access');
  const f = translator(locale, 'fields');
  const policy = settings();
  const isIdle = await wasIdle();
  const demonstration = policy.isEmbedded ? await demonstrationUsers() : [];
  return (
    <div className={demonstration.length > 0 ? 'grid gap-x-16 gap-y-10 md:grid-cols-2' : 'max-w-sm'}>
      <section aria-labelledby="sign-in">
        <h1 id="sign-in" className="text-2xl font-semibold">
          {t('signIn.title')}
        </h1>
        <p className="mt-1 mb-6 text-ink-2">{policy.publicReading ? t('signIn.lead') : t('signIn.closed')}</p>
        {isIdle && <Notice tone="warn">{t('signIn.idle', { count: policy.idleMinutes })}</Notice>}
        <CommandForm
          action={signIn}
          submit={t('signIn.submit')}
          refusedTitle={translator(locale, 'errors')('title')}
          hidden={{ next }}
        >
          <TextField name="username" label={f('username')} autoComplete="username" maxLength={64} />
          <PasswordField
            name="password"
            label={f('password')}
            autoComplete="current-password"
            words={{ show: t('signIn.show'), hide: t('signIn.hide') }}
          />
        </CommandForm>
        <p className="mt-6 text-table text-ink-2">{t('signIn.forgotten')}</p>
        {policy.publicReading && (
          <p className="mt-3 text-table">
            <a href={paths.overview} className="text-sea underline">
              {t('signIn.browse')}
            </a>
          </p>
        )}
      </section>
      {demonstration.length > 0 && <DemonstrationAccounts users={demonstration} next={next} locale={locale} />}
    </div>
  );
}
