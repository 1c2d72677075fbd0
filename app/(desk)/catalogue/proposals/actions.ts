'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import { refuseProposal } from '@/lib/catalogue/proposals/decide/refuse-proposal';
import { takeBackProposal } from '@/lib/catalogue/proposals/decide/take-back-proposal';
import { paths, withQuery } from '@/lib/paths';

const asked = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });
const page = (done: string) => ({ to: withQuery(paths.proposals, { done }) });

export const confirm = action(confirmProposal, { read: asked, next: () => page('confirmed') });

export const refuse = action(refuseProposal, {
  read: (form) => ({ ...asked(form), reason: text(form, 'reason') }),
  next: () => page('refused'),
});

export const takeBack = action(takeBackProposal, { read: asked, next: () => page('takenBack') });
