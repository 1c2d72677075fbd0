import { randomUUID } from 'node:crypto';
import { collectionCalendar } from '@/db/schema/collections';
import { command } from '@/lib/access/command';
import { CalendarTerms, refuseImpossible } from '@/lib/reporting/collections/calendars/calendar-terms';
import { refuseUnknown } from '@/lib/reporting/collections/calendars/queries';

/** Creates a calendar that opens collections repeatedly. Returns its id. */
export const createCalendar = command({
  name: 'calendar.create',
  input: CalendarTerms,
  async run(work, { peerGroupCode, ...terms }) {
    refuseImpossible({ ...terms, peerGroupCode });
    await refuseUnknown(work, { ...terms, peerGroupCode });
    const id = randomUUID();
    const row = { ...terms, peerGroupCode: peerGroupCode || null };
    await work.tx
      .insert(collectionCalendar)
      .values({ ...row, id, isActive: true, createdBy: work.principal.userId, createdAt: work.now });
    return { result: id, changes: [{ subject: `calendar/${id}`, before: null, after: row }] };
  },
});
