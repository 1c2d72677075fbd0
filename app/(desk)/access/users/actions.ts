'use server';

import { shownOutcome } from '@/app/(desk)/access/users/import/shown-outcome';
import { action, text, wholeNumber } from '@/app/server/action';
import { sentFile } from '@/app/server/sent-file';
import { createUser } from '@/lib/access/users/create-user';
import { disableUser } from '@/lib/access/users/disable-user';
import { editUser } from '@/lib/access/users/edit-user';
import { enableUser } from '@/lib/access/users/enable-user';
import { importUsers } from '@/lib/access/users/import-users';
import { resetPassword } from '@/lib/access/users/reset-password';
import { resetSecondFactor } from '@/lib/access/users/reset-second-factor';
import { revokeSessions } from '@/lib/access/users/revoke-sessions';
import { unlockUser } from '@/lib/access/users/unlock-user';
import { listedUsers } from '@/lib/access/users/user-list';
import { longestList } from '@/lib/access/users/words';
import { Refusal } from '@/lib/errors';
import { paths, withQuery } from '@/lib/paths';
import { readUpload } from '@/lib/reporting/upload/read-upload';

const readPosting = (form: FormData) => ({
  name: text(form, 'name'),
  role: text(form, 'role'),
  unitCode: text(form, 'unitCode'),
  department: text(form, 'department'),
});
const version = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });
const done = (id: string) => ({ to: withQuery(paths.user(id), { done: '1' }) });

export const create = action(createUser, {
  read: (form) => ({ username: text(form, 'username'), ...readPosting(form) }),
  next: (handed) => ({ shown: handed }),
});

export const edit = action(editUser, { read: (form) => ({ ...version(form), ...readPosting(form) }), next: done });

export const disable = action(disableUser, { read: version, next: done });

export const enable = action(enableUser, { read: version, next: done });

export const reset = action(resetPassword, { read: version, next: (handed) => ({ shown: handed }) });

export const resetFactor = action(resetSecondFactor, { read: version, next: done });

export const revoke = action(revokeSessions, {
  read: (form) => ({ id: text(form, 'id') }),
  next: (_ended, form) => done(text(form, 'id')),
});

export const unlock = action(unlockUser, {
  read: (form) => ({ id: text(form, 'id') }),
  next: (_unlocked, form) => done(text(form, 'id')),
});

/** The lines of the list in the form's file. */
async function listIn(form: FormData) {
  const file = sentFile(form, 'access.userList.noFile');
  const { rows } = await readUpload(new Uint8Array(await file.arrayBuffer()), file.name);
  const users = listedUsers(rows);
  if (!users) throw new Refusal('invalid', 'access.userList.noHeader', { field: 'file' });
  if (users.length === 0) throw new Refusal('invalid', 'access.userList.noRows', { field: 'file' });
  if (users.length > longestList)
    throw new Refusal('limit', 'access.userList.tooMany', { field: 'file', most: longestList });
  return { users };
}

export const importList = action(importUsers, {
  read: listIn,
  takesFile: true,
  next: (outcome, _form, locale) => ({ shown: shownOutcome(outcome, locale) }),
});
