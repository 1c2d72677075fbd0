'use server';

import { action, text } from '@/app/server/action';
import { addressOf } from '@/lib/notices/address';
import { markRead } from '@/lib/notices/reading/mark-read';
import { paths, withQuery } from '@/lib/paths';

/** The lines of a form: the event up to which each was shown, and its subject. */
const shownIn = (form: FormData) => ({
  shown: form.getAll('shown').map((line) => {
    const [version = '', ...subject] = `${line}`.split(' ');
    return { version: /^\d{1,15}$/.test(version) ? Number(version) : null, subject: subject.join(' ') };
  }),
});

export const mark = action(markRead, {
  read: shownIn,
  next: (_read, form) => ({
    to: withQuery(paths.notices, { only: text(form, 'only') === 'all' ? 'all' : '', done: 'yes' }),
  }),
});

export const open = action(markRead, {
  read: shownIn,
  next: (reader, form) => ({ to: addressOf(shownIn(form).shown[0]?.subject ?? '', reader) }),
});
