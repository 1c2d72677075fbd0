'use server';

import { action, text } from '@/app/server/action';
import { beginSecondFactor } from '@/lib/access/account/begin-second-factor';
import { changePassword } from '@/lib/access/account/change-password';
import { closeOtherSessions } from '@/lib/access/account/close-other-sessions';
import { disableSecondFactor } from '@/lib/access/account/disable-second-factor';
import { enableSecondFactor } from '@/lib/access/account/enable-second-factor';
import { renewRecoveryCodes } from '@/lib/access/account/renew-recovery-codes';
import { closeSession } from '@/lib/access/sign-in/close-session';
import { paths, withQuery } from '@/lib/paths';
import { setContact } from '@/lib/reporting/contacts/set-contact';

const page = paths.account;

export const change = action(changePassword, {
  read: (form) => ({
    present: text(form, 'present'),
    password: text(form, 'password'),
    repeated: text(form, 'repeated'),
  }),
  next: (cookies) => ({ cookies, to: withQuery(page, { done: 'password' }) }),
});

export const closeOthers = action(closeOtherSessions, {
  read: () => ({}),
  next: () => ({ to: withQuery(page, { done: 'sessions' }) }),
});

export const signOut = action(closeSession, { read: () => ({}), next: (cookies) => ({ cookies, to: paths.signIn }) });

export const begin = action(beginSecondFactor, {
  read: (form) => ({ present: text(form, 'present') }),
  next: (setup) => ({ shown: setup }),
});

export const enable = action(enableSecondFactor, {
  read: (form) => ({ code: text(form, 'code'), setup: text(form, 'setup') }),
  next: (cookies) => ({ cookies, to: withQuery(page, { done: 'factor' }) }),
});

export const disable = action(disableSecondFactor, {
  read: (form) => ({ present: text(form, 'present'), code: text(form, 'code') }),
  next: (cookies) => ({ cookies, to: page }),
});

export const setUnitContact = action(setContact, {
  read: (form) => ({ unitCode: text(form, 'unitCode'), name: text(form, 'name'), telephone: text(form, 'telephone') }),
  // The user's page of an administrator, or the own account.
  next: (_unit, form) => {
    const user = /^[\w-]{1,64}$/.exec(text(form, 'back'))?.[0];
    return { to: user ? withQuery(paths.user(user), { done: '1' }) : withQuery(page, { done: 'contact' }) };
  },
});

export const renewCodes = action(renewRecoveryCodes, {
  read: (form) => ({ present: text(form, 'present') }),
  next: (codes) => ({ shown: codes }),
});
