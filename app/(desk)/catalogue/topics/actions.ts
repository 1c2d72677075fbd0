'use server';

import { action, text } from '@/app/server/action';
import { movedOrder, staysField } from '@/app/ui/forms/moved-order';
import { createTopic } from '@/lib/catalogue/topics/create-topic';
import { deleteTopic } from '@/lib/catalogue/topics/delete-topic';
import { editTopic } from '@/lib/catalogue/topics/edit-topic';
import { orderIndicators } from '@/lib/catalogue/topics/order-indicators';
import { paths, withQuery } from '@/lib/paths';
import { topicIn, versionIn } from './read-form';

export const create = action(createTopic, {
  read: topicIn,
  next: () => ({ to: withQuery(paths.topics, { done: 'created' }) }),
});

export const edit = action(editTopic, {
  read: (form) => ({
    ...versionIn(form),
    ...topicIn(form),
    after: form.has('after') && text(form, 'after') !== 'same' ? text(form, 'after') : null,
  }),
  next: () => ({ to: withQuery(paths.topics, { done: 'edited' }) }),
});

export const move = action(editTopic, {
  read: (form) => ({ ...versionIn(form), ...topicIn(form), after: text(form, 'after') }),
  next: ({ code, version }, form) =>
    form.has(staysField) ? { shown: { version } } : { to: withQuery(paths.topics, {}, `topic-${code}`) },
});

export const remove = action(deleteTopic, {
  read: versionIn,
  next: () => ({ to: withQuery(paths.topics, { done: 'deleted' }) }),
});

export const order = action(orderIndicators, {
  read: (form) => ({
    ...versionIn(form),
    indicators: movedOrder(form.getAll('indicators').map(String), text(form, 'move')),
  }),
  next: ({ code, version }, form) =>
    form.has(staysField)
      ? { shown: { version } }
      : { to: withQuery(paths.topics, { edit: code, done: 'ordered' }, `topic-${code}`) },
});
