'use server';

import { action, type Next, text } from '@/app/server/action';
import { chooseOwnPassword } from '@/lib/access/sign-in/choose-password';
import { confirmSession } from '@/lib/access/sign-in/confirm-session';
import { openSession } from '@/lib/access/sign-in/open-session';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { ownPath, startPath } from '@/lib/access/start-path';
import { demonstrationPassword } from '@/lib/access/users/demonstration/accounts';
import { paths, withQuery } from '@/lib/paths';
import { settings } from '@/lib/settings';

/** The page after a step of a sign-in: the start page, the next step, or the form with the reason of the refusal. */
function onwards(outcome: SignInOutcome, form: FormData): Next<never> {
  const asked = text(form, 'next');
  const { cookies } = outcome;
  switch (outcome.kind) {
    case 'in':
      return { cookies, to: ownPath(asked, startPath(outcome.role)) };
    case 'secondStep':
      return { cookies, to: withQuery(paths.signInSecondFactor, { next: asked }) };
    case 'newPassword':
      return { cookies, to: withQuery(paths.signInNewPassword, { next: asked }) };
    case 'refused':
      return { cookies, refused: outcome.why };
  }
}

export const signIn = action(openSession, {
  read: (form) => ({ username: text(form, 'username'), password: text(form, 'password') }),
  next: onwards,
});

/** Signs in as one of the demonstration accounts, whose passwords nobody types. */
export const signInToTry = action(openSession, {
  read: (form) => ({
    username: text(form, 'username'),
    password: demonstrationPassword(text(form, 'username'), settings().secret),
  }),
  next: onwards,
});

export const confirm = action(confirmSession, { read: (form) => ({ code: text(form, 'code') }), next: onwards });

export const choosePassword = action(chooseOwnPassword, {
  read: (form) => ({ password: text(form, 'password'), repeated: text(form, 'repeated') }),
  next: onwards,
});
