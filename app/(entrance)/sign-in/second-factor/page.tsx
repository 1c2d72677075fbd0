import type { Metadata } from 'next';
import * as z from 'zod';
import { confirm } from '@/app/(entrance)/sign-in/actions';
import { currentLocale } from '@/app/server/locale';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';

const Asked = z.object({ next: z.string().max(500).catch('') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'access')('signIn.secondTitle') };
}

export default async function SecondFactorPage({ searchParams }: PageProps<'/sign-in/second-factor'>) {
  const locale = await currentLocale();
  const { next } = Asked.parse(await searchParams);
  const t = translator(locale, 'access');
  return (
    <section aria-labelledby="second" className="max-w-sm">
      <h1 id="second" className="text-2xl font-semibold">
        {t('signIn.secondTitle')}
      </h1>
      <p className="mt-1 mb-6 text-ink-2">{t('signIn.secondLead')}</p>
      <CommandForm
        action={confirm}
        submit={t('signIn.confirm')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ next }}
        actions={
          <a href="/sign-in" className={buttonLook('quiet')}>
            {t('signIn.restart')}
          </a>
        }
      >
        <TextField
          name="code"
          label={translator(locale, 'fields')('code')}
          hint={t('signIn.codeHint')}
          autoComplete="one-time-code"
          maxLength={20}
        />
      </CommandForm>
    </section>
  );
}
