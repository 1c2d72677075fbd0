'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { setLamp } from '@/lib/monitoring/lamps/by-hand/set-lamp';
import { paths, withQuery } from '@/lib/paths';

export const setByHand = action(setLamp, {
  read: (form) => {
    // A month with the version of its lamp that was shown: 3.2.
    const [month = '', version = ''] = text(form, 'month').split('.');
    return {
      ...{ unit: text(form, 'unit'), indicator: text(form, 'indicator'), year: wholeNumber(form, 'year') },
      ...{ month: Number(month || Number.NaN), version: Number(version || Number.NaN) },
      ...{ colour: text(form, 'colour'), reason: text(form, 'reason') },
    };
  },
  next: ({ unit, indicator, year }) => ({
    to: withQuery(paths.lamp(unit, indicator), { year: `${year}`, done: 'set' }),
  }),
});
