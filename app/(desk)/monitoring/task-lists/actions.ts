'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { addTask } from '@/lib/monitoring/task-lists/add-task';
import { moveTask } from '@/lib/monitoring/task-lists/move-task';
import { noteTask } from '@/lib/monitoring/task-lists/note-task';
import { planTask } from '@/lib/monitoring/task-lists/plan-task';
import { withdrawTask } from '@/lib/monitoring/task-lists/withdraw-task';
import type { TaskStep } from '@/lib/monitoring/task-lists/words';
import { paths, withQuery } from '@/lib/paths';

const shownIn = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });
const ownIn = (form: FormData) => ({ ...shownIn(form), unit: text(form, 'ownUnit') });
const done = (unit: string, id: string, step: TaskStep) => ({
  to: withQuery(paths.unitTask(unit, id), { done: step }),
});

export const add = action(addTask, {
  read: (form) => ({
    ...{
      unit: text(form, 'ofUnit'),
      year: wholeNumber(form, 'ofYear'),
      title: text(form, 'title'),
      goal: text(form, 'goal'),
    },
    ...{ dueOn: text(form, 'dueOn'), responsible: text(form, 'responsible'), reason: text(form, 'reason') },
    ...{ indicator: text(form, 'indicator') || null, followUp: text(form, 'followUp') || null },
  }),
  next: ({ unit }, form) => ({
    to: withQuery(paths.taskList(unit), { year: text(form, 'ofYear'), done: 'add' }, 'tasks'),
  }),
});

export const plan = action(planTask, {
  read: (form) => ({ ...ownIn(form), measure: text(form, 'measure'), responsible: text(form, 'responsible') }),
  next: (unit, form) => done(unit, text(form, 'id'), 'plan'),
});

export const note = action(noteTask, {
  read: (form) => ({ ...ownIn(form), note: text(form, 'note') }),
  next: (unit, form) => done(unit, text(form, 'id'), 'note'),
});

export const move = action(moveTask, {
  read: (form) => ({ ...ownIn(form), move: text(form, 'move'), note: text(form, 'note') }),
  next: (unit, form) => done(unit, text(form, 'id'), text(form, 'move') as TaskStep),
});

export const withdraw = action(withdrawTask, {
  read: (form) => ({ ...shownIn(form), reason: text(form, 'reason') }),
  next: (unit, form) => done(unit, text(form, 'id'), 'withdraw'),
});
