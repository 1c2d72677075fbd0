'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { adoptPlace } from '@/lib/dashboards/place/adopt-place';
import { draftPlace } from '@/lib/dashboards/place/draft-place';
import { paths, withQuery } from '@/lib/paths';

/** The numbered fields of a form: `sectionUnit-0`, `sectionUnit-1` … */
const numbered = <Row>(form: FormData, name: string, row: (at: string) => Row): Row[] =>
  [...form.keys()].flatMap((key) => (key.startsWith(`${name}-`) ? row(key.slice(name.length + 1)) : []));

export const draft = action(draftPlace, {
  read: (form) => ({
    version: wholeNumber(form, 'version'),
    place: {
      nameZh: text(form, 'nameZh'),
      nameEn: text(form, 'nameEn'),
      homeUnits: text(form, 'homeUnits'),
      sections: numbered(form, 'sectionUnit', (at) => ({
        unit: text(form, `sectionUnit-${at}`),
        alsoUnits: text(form, `sectionAlso-${at}`),
        group: text(form, `sectionGroup-${at}`),
        topics: text(form, `sectionTopics-${at}`),
        indicators: text(form, `sectionIndicators-${at}`),
      })),
      charts: numbered(form, 'chartIndicator', (at) => ({
        indicator: text(form, `chartIndicator-${at}`),
        group: text(form, `chartGroup-${at}`),
        period: text(form, `chartPeriod-${at}`),
        unit: text(form, `chartUnit-${at}`),
      })),
      companions: text(form, 'companions'),
      comparisons: numbered(form, 'comparisonName', (at) => ({
        nameZh: text(form, `comparisonName-${at}`),
        nameEn: text(form, `comparisonEn-${at}`),
        address: text(form, `comparisonAddress-${at}`),
      })),
    },
  }),
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
