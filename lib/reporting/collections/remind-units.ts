import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Change } from '@/lib/access/audit/record-event';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lockedCollection } from '@/lib/reporting/collections/queries';
import { Code, CollectionId, lines } from '@/lib/reporting/collections/terms';

/**
 * Reminds those of the named units that have submitted nothing yet (催报). Their reporters see the message on the form.
 * Refuses a closed collection, and when every unit has submitted. Returns the number of reminded units.
 */
export const remindUnits = command({
  name: 'collection.remind',
  input: z.strictObject({
    collectionId: CollectionId,
    unitCodes: z.array(Code).max(5000),
    message: lines(2, 300),
  }),
  async run({ tx, principal, now }, { collectionId, unitCodes, message }) {
    const one = await lockedCollection(tx, collectionId);
    if (one.state !== 'open') throw new Refusal('conflict', 'collections.refused.collectionClosed');
    const at = now.toISOString();
    const reminded = await tx.execute<{ code: string; reminders: number }>(sql`
      with behind as (
        update submission s set reminded_at = ${at}::timestamptz, reminder = ${message}, reminders = s.reminders + 1,
          steps = s.steps + 1
        from jsonb_array_elements_text(${JSON.stringify(unitCodes)}::jsonb) as named(code)
        where s.collection_id = ${collectionId} and s.org_unit_code = named.code and s.first_submitted_at is null
        returning s.org_unit_code, s.collection_id, s.steps, s.reminders
      ), told as (
        insert into review_event (org_unit_code, collection_id, step, kind, reason, actor, actor_role, at)
        select org_unit_code, collection_id, steps, 'reminded', ${message}, ${principal.userId}, ${principal.role},
          ${at}::timestamptz
        from behind
      )
      select org_unit_code as code, reminders from behind order by org_unit_code`);
    const [first, ...others] = reminded.map(
      ({ code, reminders }): Change => ({
        subject: `submission/${collectionId}/${code}`,
        before: null,
        after: { reminder: message, reminders },
      }),
    );
    if (!first) throw new Refusal('conflict', 'collections.refused.nobodyBehind', { field: 'units' });
    return { result: reminded.length, changes: [first, ...others] };
  },
});
