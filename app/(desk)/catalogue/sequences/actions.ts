'use server';

import { ticked } from '@/app/(desk)/catalogue/units/read-form';
import { action, text, wholeNumber } from '@/app/server/action';
import { movedOrder, staysField } from '@/app/ui/forms/moved-order';
import { changeMembers } from '@/lib/catalogue/groups/change-members';
import { createGroup } from '@/lib/catalogue/groups/create-group';
import { deleteGroup } from '@/lib/catalogue/groups/delete-group';
import { editGroup } from '@/lib/catalogue/groups/edit-group';
import { orderGroup } from '@/lib/catalogue/groups/order-group';
import { paths, withQuery } from '@/lib/paths';

const held = (form: FormData) => ({ code: text(form, 'code'), version: wholeNumber(form, 'version') });
const dated = (form: FormData) => ({ from: text(form, 'from'), reason: text(form, 'reason') });
const words = (form: FormData) => ({
  nameZh: text(form, 'nameZh'),
  nameEn: text(form, 'nameEn'),
  noteZh: text(form, 'noteZh'),
  noteEn: text(form, 'noteEn'),
});
const page = (code: string, done: string) => ({ to: withQuery(paths.sequence(code), { done }) });

export const create = action(createGroup, {
  read: (form) => ({ ...words(form), ...dated(form), code: text(form, 'code').trim(), add: ticked(form, 'add') }),
  next: ({ code, isWaiting }) => page(code, isWaiting ? 'waits' : 'made'),
});

export const edit = action(editGroup, {
  read: (form) => ({ ...held(form), ...words(form), retiredOn: text(form, 'retiredOn') }),
  next: (code) => page(code, 'saved'),
});

export const change = action(changeMembers, {
  read: (form) => ({
    ...held(form),
    ...dated(form),
    add: ticked(form, 'add'),
    remove: ticked(form, 'remove'),
  }),
  next: ({ state }, form) =>
    state === 'waiting'
      ? { to: withQuery(paths.proposals, { done: 'proposed' }) }
      : page(text(form, 'code'), 'changed'),
});

export const order = action(orderGroup, {
  read: (form) => ({
    ...held(form),
    units: movedOrder(form.getAll('units').map(String), text(form, 'move')),
  }),
  next: ({ code, version }, form) =>
    form.has(staysField)
      ? { shown: { version } }
      : { to: withQuery(paths.sequence(code), { done: 'ordered' }, 'members') },
});

export const remove = action(deleteGroup, {
  read: held,
  next: () => ({ to: withQuery(paths.sequences, { done: 'deleted' }) }),
});
