'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { saveYearPlan } from '@/lib/monitoring/year-plan/save-year-plan';
import { yearSteps } from '@/lib/monitoring/year-plan/steps';
import { paths, withQuery } from '@/lib/paths';
import { dayField } from './day-field';

export const save = action(saveYearPlan, {
  read: (form) => ({
    year: wholeNumber(form, 'year'),
    version: wholeNumber(form, 'version'),
    steps: yearSteps.map((step) => ({ ...step, dueOn: text(form, dayField(step)) })),
  }),
  fieldOf: (path) => {
    const step = yearSteps[Number(/^steps\.(\d+)\./.exec(path)?.[1])];
    return step && dayField(step);
  },
  next: ({ year }) => ({ to: withQuery(paths.yearPlan, { year: `${year}`, done: 'saved' }) }),
});
