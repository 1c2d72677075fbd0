import type { ReactNode } from 'react';
import * as z from 'zod';
import { CommandForm } from '@/app/ui/forms/command-form';
import type { FormAction } from '@/app/ui/forms/form-state';
import { buttonLook } from '@/app/ui/primitives/button';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** The address to open after the sign-in. */
export const Onwards = z.object({ next: z.string().max(500).catch('') });

/** The form of a step after the first, with a link back to the beginning. */
export function StepForm(props: {
  title: string;
  lead: string;
  action: FormAction;
  submit: string;
  next: string;
  locale: Locale;
  children: ReactNode;
}) {
  const { title, lead, action, submit, next, locale, children } = props;
  return (
    <section aria-labelledby="step" className="max-w-sm">
      <h1 id="step" className="text-2xl font-semibold">
        {title}
      </h1>
      <p className="mt-1 mb-6 text-ink-2">{lead}</p>
      <CommandForm
        action={action}
        submit={submit}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ next }}
        actions={
          <a href={paths.signIn} className={buttonLook('quiet')}>
            {translator(locale, 'access')('signIn.restart')}
          </a>
        }
      >
        {children}
      </CommandForm>
    </section>
  );
}
