'use server';

import { unitsIn } from '@/app/(desk)/reporting/collections/read-form';
import { action, text, wholeNumber } from '@/app/server/action';
import { handOutTemplate } from '@/lib/monitoring/task-lists/templates/hand-out-template';
import { saveTaskTemplate } from '@/lib/monitoring/task-lists/templates/save-template';
import { paths, withQuery } from '@/lib/paths';
import { fieldOfTask, tasksIn } from './read-form';

const shownIn = (form: FormData) => ({ id: text(form, 'template'), version: wholeNumber(form, 'version') });

export const save = action(saveTaskTemplate, {
  read: (form) => ({
    ...{ ...shownIn(form), title: text(form, 'title'), year: wholeNumber(form, 'year'), tasks: tasksIn(form) },
  }),
  next: (id) => ({ to: withQuery(paths.taskTemplate(id), { done: 'saved' }) }),
  fieldOf: fieldOfTask,
});

export const handOut = action(handOutTemplate, {
  read: (form) => {
    const { peerGroupCode, unitCodes } = unitsIn(form);
    return { ...shownIn(form), peerGroupCode: peerGroupCode || null, unitCodes };
  },
  next: ({ id, count, units }) => ({ to: withQuery(paths.taskTemplate(id), { done: 'handed', count, units }) }),
});
