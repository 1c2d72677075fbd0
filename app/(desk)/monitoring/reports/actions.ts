'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { dropReport } from '@/lib/monitoring/reports/drop-report';
import { editReport } from '@/lib/monitoring/reports/edit-report';
import { prepareReport } from '@/lib/monitoring/reports/prepare-report';
import { publishReport } from '@/lib/monitoring/reports/publish-report';
import { paths, withQuery } from '@/lib/paths';

const shownIn = (form: FormData) => ({ id: text(form, 'report'), version: wholeNumber(form, 'version') });
const pageOf = (id: string, done: string) => ({ to: withQuery(paths.report(id), { done }) });

export const prepare = action(prepareReport, {
  read: (form) => ({
    ...{ group: text(form, 'group'), month: text(form, 'month'), kind: text(form, 'kind'), note: text(form, 'note') },
  }),
  next: ({ id }) => pageOf(id, 'saved'),
});

export const edit = action(editReport, {
  read: (form) => ({ ...shownIn(form), note: text(form, 'note') }),
  next: ({ id }) => pageOf(id, 'saved'),
});

export const publish = action(publishReport, { read: shownIn, next: ({ id }) => pageOf(id, 'published') });

export const drop = action(dropReport, {
  read: shownIn,
  next: () => ({ to: withQuery(paths.reports, { done: 'dropped' }) }),
});
