'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { createDisplay } from '@/lib/dashboards/displays/create-display';
import { revokeDisplay } from '@/lib/dashboards/displays/revoke-display';
import { paths, withQuery } from '@/lib/paths';

const ticked = (form: FormData, start: string) =>
  [...form.keys()].flatMap((name) => (name.startsWith(start) ? name.slice(start.length) : []));

export const create = action(createDisplay, {
  read: (form) => ({
    name: text(form, 'name'),
    items: [
      ...ticked(form, 'board-').map((id) => ({ kind: 'board', id })),
      ...ticked(form, 'scheme-').map((scheme) => ({ kind: 'ranking', scheme })),
    ],
    origins: text(form, 'origins')
      .split(/\s+/)
      .filter((line) => line !== ''),
    expiresOn: text(form, 'expiresOn'),
  }),
  next: (handed) => ({ shown: handed }),
});

export const revoke = action(revokeDisplay, {
  read: (form) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version'), reason: text(form, 'reason') }),
  next: () => ({ to: withQuery(paths.displays, { done: 'revoked' }) }),
});
