'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { accountRoles } from '@/lib/access/words';
import { createBoard } from '@/lib/dashboards/boards/create-board';
import { documentIn } from '@/lib/dashboards/boards/document';
import { editBoard } from '@/lib/dashboards/boards/edit-board';
import { publishBoard } from '@/lib/dashboards/boards/publish-board';
import { removeBoard } from '@/lib/dashboards/boards/remove-board';
import { restoreBoard } from '@/lib/dashboards/boards/restore-board';
import { shareBoard } from '@/lib/dashboards/boards/share-board';
import { withdrawBoard } from '@/lib/dashboards/boards/withdraw-board';
import { paths, withQuery } from '@/lib/paths';

const shownIn = (form: FormData) => ({ id: text(form, 'board'), version: wholeNumber(form, 'version') });
const pageOf = (id: string, done: string) => ({ to: withQuery(paths.board(id), { done }) });
const documentOf = (form: FormData) => ({ document: documentIn(text(form, 'document')) });

export const create = action(createBoard, { read: documentOf, next: ({ id }) => ({ shown: { id } }) });

export const edit = action(editBoard, {
  read: (form) => ({ ...shownIn(form), ...documentOf(form) }),
  next: ({ id }) => ({ shown: { id } }),
});

export const share = action(shareBoard, {
  read: (form) => ({
    ...shownIn(form),
    roles: accountRoles.filter((role) => form.has(`role-${role}`)),
    units: [...form.keys()].flatMap((name) => (name.startsWith('unit-') ? name.slice('unit-'.length) : [])),
  }),
  next: ({ id }) => pageOf(id, 'shared'),
});

export const publish = action(publishBoard, { read: shownIn, next: ({ id }) => pageOf(id, 'published') });

export const withdraw = action(withdrawBoard, { read: shownIn, next: ({ id }) => pageOf(id, 'withdrawn') });

export const restore = action(restoreBoard, {
  read: (form) => ({ ...shownIn(form), edition: wholeNumber(form, 'edition') }),
  next: ({ id }) => pageOf(id, 'restored'),
});

export const remove = action(removeBoard, {
  read: shownIn,
  next: () => ({ to: withQuery(paths.boards, { done: 'removed' }) }),
});
