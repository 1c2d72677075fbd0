'use server';

import { action, text } from '@/app/server/action';
import { askingPrincipal } from '@/app/server/principal';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { analyseRun } from '@/lib/assessment/sensitivity/analyse-run';
import { draftWithWeights } from '@/lib/assessment/sensitivity/queries';
import { paths, withQuery } from '@/lib/paths';

export const analyse = action(analyseRun, {
  read: (form) => ({ id: text(form, 'id') }),
  next: (id) => ({ to: withQuery(paths.robustness, { run: id }) }),
});

export const saveWeights = action(importScheme, {
  read: async (form) => ({
    ...(await draftWithWeights(await askingPrincipal(), {
      run: text(form, 'run'),
      scheme: text(form, 'scheme'),
      weights: text(form, 'weights'),
    })),
    note: text(form, 'note'),
  }),
  next: ({ code, number }) => ({
    to: withQuery(paths.scheme(code), { version: number }),
  }),
});
