import { eq, inArray } from 'drizzle-orm';
import * as z from 'zod';
import { collection, collectionCalendar } from '@/db/schema/collections';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Done, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { daysFor } from '@/lib/reporting/collections/calendar-dates';
import { periodsToOpen, titleFor } from '@/lib/reporting/collections/calendars/calendar-terms';
import { makeCollection } from '@/lib/reporting/collections/make-collection';
import { itemsFor } from '@/lib/reporting/collections/terms';

/** The most periods of one calendar that one run opens. */
const mostAtOnce = 24;

/** The result of a run; `refused` are calendars that could not open a period, with the message key of the reason. */
export type CalendarRun = {
  readonly opened: number;
  readonly refused: readonly { readonly title: string; readonly periodCode: string; readonly key: string }[];
};

/**
 * Opens, for every active calendar, the collection of each period whose opening day has come and that has none. A
 * second run does nothing; of two at once the second waits for the first. A calendar whose collection is refused does
 * not affect the others.
 */
export const runCalendars = command({
  name: 'calendar.run',
  input: z.strictObject({}),
  async run(work): Promise<Done<CalendarRun>> {
    const { tx, now } = work;
    const calendars = await tx
      .select()
      .from(collectionCalendar)
      .where(eq(collectionCalendar.isActive, true))
      .orderBy(collectionCalendar.id)
      .for('update');
    const opened = await openedBy(
      work,
      calendars.map(({ id }) => id),
    );
    const changes: Change[] = [];
    const refused: CalendarRun['refused'][number][] = [];
    for (const calendar of calendars) {
      const due = periodsToOpen(calendar, opened.get(calendar.id) ?? new Set(), { now, most: mostAtOnce });
      for (const periodCode of due) {
        // A refusal is thrown before anything of this collection is written, so the others can go on.
        const done = await openPeriod(work, calendar, periodCode);
        if ('refused' in done) {
          refused.push({ title: calendar.title, periodCode, key: done.refused });
          break;
        }
        changes.push(done.change);
      }
    }
    const result = { opened: changes.length, refused };
    const [first, ...others] = changes;
    return first ? { result, changes: [first, ...others] } : { result, repeated: true };
  },
});

async function openedBy({ tx }: Work, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx
    .select({ calendarId: collection.calendarId, periodCode: collection.periodCode })
    .from(collection)
    .where(inArray(collection.calendarId, [...ids]));
  const opened = new Map<string, Set<string>>();
  for (const { calendarId, periodCode } of rows) {
    if (calendarId) opened.set(calendarId, (opened.get(calendarId) ?? new Set()).add(periodCode));
  }
  return opened;
}

async function openPeriod(
  work: Work,
  calendar: typeof collectionCalendar.$inferSelect,
  periodCode: string,
): Promise<{ change: Change } | { refused: string }> {
  const { opensOn, dueOn } = daysFor(calendar, periodCode);
  const { dueTime, graceDays, reviewChain, vintage, instructions, formNumber, issuedBy } = calendar;
  const title = titleFor(calendar.title, periodCode);
  try {
    const { id, units } = await makeCollection(work, {
      terms: {
        title,
        opensOn,
        dueOn,
        dueTime,
        graceDays,
        reviewChain: [...reviewChain],
        vintage,
        instructions,
        formNumber,
        issuedBy,
      },
      periodCode,
      peerGroupCode: calendar.peerGroupCode,
      unitCodes: calendar.unitCodes,
      items: itemsFor(periodCode, calendar.items),
      calendarId: calendar.id,
      leavesOutRetired: true,
    });
    const after = { title, periodCode, calendar: calendar.id, opensOn, dueOn, units };
    return { change: { subject: `collection/${id}`, before: null, after } };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.key };
    throw error;
  }
}
