'use server';

import { action, text } from '@/app/server/action';
import { dropMessage } from '@/lib/notices/outbox/drop-message';
import { retryMessages } from '@/lib/notices/outbox/retry-messages';
import { paths, withQuery } from '@/lib/paths';

/** The messages of a form: the tries with which each was shown, and its key. */
const shownIn = (form: FormData) =>
  form.getAll('shown').map((line) => {
    const [version = '', id = ''] = `${line}`.split(' ');
    return { id, version: /^\d{1,9}$/.test(version) ? Number(version) : null };
  });
const done = (what: 'retried' | 'dropped') => () => ({
  to: withQuery(paths.settings, { done: what }, 'outbox-state'),
});

export const retry = action(retryMessages, { read: (form) => ({ shown: shownIn(form) }), next: done('retried') });

export const drop = action(dropMessage, {
  read: (form) => ({ ...shownIn(form)[0], reason: text(form, 'reason') }),
  next: done('dropped'),
});
