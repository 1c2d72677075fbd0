'use server';

import { pickedItems, sharedTerms, unitsIn } from '@/app/(desk)/reporting/collections/read-form';
import { action, text, wholeNumber } from '@/app/server/action';
import { paths, withQuery } from '@/lib/paths';
import { createCalendar } from '@/lib/reporting/collections/calendars/create-calendar';
import { editCalendar } from '@/lib/reporting/collections/calendars/edit-calendar';
import { runCalendars } from '@/lib/reporting/collections/calendars/run-calendars';

const path = paths.calendars;

function terms(form: FormData) {
  const mergesJanuary = form.has('mergesJanuary');
  const first = text(form, 'startsWith');
  return {
    ...sharedTerms(form),
    ...unitsIn(form),
    frequency: text(form, 'frequency'),
    mergesJanuary,
    opensDay: wholeNumber(form, 'opensDay'),
    dueDay: wholeNumber(form, 'dueDay'),
    dueMonthsAfter: wholeNumber(form, 'dueMonthsAfter'),
    items: pickedItems(form),
    // Where January is merged, a calendar that begins with January or February begins with both.
    startsWith: mergesJanuary ? first.replace(/-M0[12]$/, '-YTD02') : first,
  };
}

export const create = action(createCalendar, { read: terms, next: () => ({ to: withQuery(path, { done: '1' }) }) });

export const edit = action(editCalendar, {
  read: (form) => ({
    calendarId: text(form, 'calendarId'),
    version: wholeNumber(form, 'version'),
    isActive: text(form, 'isActive') === 'yes',
    terms: terms(form),
  }),
  next: () => ({ to: withQuery(path, { done: '1' }) }),
});

export const pause = action(editCalendar, {
  read: (form) => ({
    calendarId: text(form, 'calendarId'),
    version: wholeNumber(form, 'version'),
    isActive: text(form, 'isActive') === 'yes',
    terms: null,
  }),
  next: () => ({ to: withQuery(path, { done: '1' }) }),
});

export const run = action(runCalendars, {
  read: () => ({}),
  next: ({ opened, refused }) => ({ to: withQuery(path, { opened, refused: refused.length }) }),
});
