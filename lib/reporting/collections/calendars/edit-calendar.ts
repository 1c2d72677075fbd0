import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { collectionCalendar } from '@/db/schema/collections';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { CalendarId, CalendarTerms, refuseImpossible } from '@/lib/reporting/collections/calendars/calendar-terms';
import { refuseUnknown } from '@/lib/reporting/collections/calendars/queries';

/**
 * Changes a calendar at a version, or (without terms) only pauses or resumes it. Its open collections stay unchanged.
 */
export const editCalendar = command({
  name: 'calendar.edit',
  input: z.strictObject({
    calendarId: CalendarId,
    version: z.int(),
    isActive: z.boolean(),
    terms: CalendarTerms.nullable(),
  }),
  async run(work, { calendarId, version, isActive, terms }) {
    const { tx } = work;
    if (terms) {
      refuseImpossible(terms);
      await refuseUnknown(work, terms);
    }
    const [before] = await tx
      .select()
      .from(collectionCalendar)
      .where(eq(collectionCalendar.id, calendarId))
      .for('update');
    if (!before) throw new Refusal('notFound', 'collections.refused.noCalendar');
    const changed = { ...(terms && { ...terms, peerGroupCode: terms.peerGroupCode || null }), isActive };
    const [after] = await tx
      .update(collectionCalendar)
      .set({ ...changed, version: version + 1 })
      .where(and(eq(collectionCalendar.id, calendarId), eq(collectionCalendar.version, version)))
      .returning();
    if (!after) throw await movedRefusal(work, `calendar/${calendarId}`, 'collections.refused.calendarMoved');
    const names = (Object.keys(changed) as (keyof typeof before)[]).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    const auditValues = (row: typeof before) => Object.fromEntries(names.map((name) => [name, row[name]]));
    return {
      result: calendarId,
      changes: [{ subject: `calendar/${calendarId}`, before: auditValues(before), after: auditValues(after) }],
    };
  },
});
