'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { adoptPlace } from '@/lib/dashboards/place/adopt-place';
import { draftPlace } from '@/lib/dashboards/place/draft-place';
import { paths, withQuery } from '@/lib/paths';
import { listsIn, numberedField } from './read-form';

export const draft = action(draftPlace, {
  read: (form) => ({
    version: wholeNumber(form, 'version'),
    place: {
      nameZh: text(form, 'nameZh'),
      nameEn: text(form, 'nameEn'),
      homeUnits: text(form, 'homeUnits'),
      companions: text(form, 'companions'),
      ...listsIn(form),
    },
  }),
  fieldOf: numberedField,
  next: () => ({ to: withQuery(paths.place, { draft: '1' }, 'preview') }),
});

export const adopt = action(adoptPlace, {
  read: (form) => ({ version: wholeNumber(form, 'version'), drop: false }),
  next: () => ({ to: withQuery(paths.place, { done: 'adopted' }) }),
});

export const drop = action(adoptPlace, {
  read: (form) => ({ version: wholeNumber(form, 'version'), drop: true }),
  next: () => ({ to: withQuery(paths.place, { done: 'dropped' }) }),
});
