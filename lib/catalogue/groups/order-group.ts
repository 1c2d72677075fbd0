import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { peerGroup } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { heldGroup } from '@/lib/catalogue/groups/held-group';
import { Refusal } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';

/**
 * Sets the official order of a sequence: `units` are first, in this order; members that are not named follow in the order
 * of the units. Published results keep the order that they have.
 */
export const orderGroup = command({
  name: 'group.order',
  input: z.strictObject({ code: Code, version: z.int(), units: z.array(Code).min(1).max(5000) }),
  async run(work, { code, version, units }) {
    const { tx } = work;
    await heldGroup(work, { code, version });
    const asked = [...new Set(units)];
    const moved = await tx.execute<{ unit: string }>(sql`
      update peer_group_member m set position = place.at
      from unnest(${sql.param(asked)}::text[]) with ordinality as place (unit, at)
      where m.peer_group_code = ${code} and m.org_unit_code = place.unit
      returning m.org_unit_code as unit`);
    if (new Set(moved.map(({ unit }) => unit)).size < asked.length)
      throw new Refusal('invalid', 'groups.refused.notMembers', { field: 'units' });
    await tx
      .update(peerGroup)
      .set({ version: version + 1 })
      .where(eq(peerGroup.code, code));
    return {
      result: { code, version: version + 1 },
      changes: [{ subject: `group/${code}`, before: null, after: { order: asked } }],
    };
  },
});
