'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { createClient } from '@/lib/access/clients/create-client';
import { revokeClient } from '@/lib/access/clients/revoke-client';
import { paths, withQuery } from '@/lib/paths';

export const create = action(createClient, {
  read: (form) => ({
    name: text(form, 'name'),
    role: text(form, 'role'),
    scope: text(form, 'scope'),
    unitCode: text(form, 'unitCode'),
    expiresOn: text(form, 'expiresOn'),
    webhook: text(form, 'webhook'),
  }),
  next: (handed) => ({ shown: handed }),
});

export const revoke = action(revokeClient, {
  read: (form) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version'), reason: text(form, 'reason') }),
  next: () => ({ to: withQuery(paths.clients, { done: 'revoked' }) }),
});
