import { and, eq, isNull, or, sql } from 'drizzle-orm';
import * as z from 'zod';
import { peerGroup, peerGroupMember } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { changedColumns } from '@/lib/catalogue/changed-columns';
import { GroupWords } from '@/lib/catalogue/groups/group-input';
import { heldGroup } from '@/lib/catalogue/groups/held-group';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { settleGroups } from '@/lib/observations/derived/settle-figures';
import { Code, Day } from '@/lib/reporting/collections/terms';

/**
 * Changes the names and the note of a sequence, or ends it: after `retiredOn`, which is today or later, it has no members.
 * Past rankings keep theirs.
 */
export const editGroup = command({
  name: 'group.edit',
  input: z.strictObject({ ...GroupWords, code: Code, version: z.int(), retiredOn: Day.or(z.literal('')) }),
  async run(work, { code, version, retiredOn, ...words }) {
    const { tx } = work;
    const held = await heldGroup(work, { code, version });
    const ends = retiredOn || null;
    if (ends !== held.retiredOn && ends !== null && ends < todayOf(work))
      throw new Refusal('invalid', 'groups.refused.endsInPast', { field: 'retiredOn' });
    const row = {
      ...words,
      nameEn: words.nameEn || words.nameZh,
      noteEn: words.noteEn || words.noteZh,
      retiredOn: ends,
    };
    const [before, after] = changedColumns(held, row);
    if (Object.keys(after).length === 0) return { result: code, repeated: true };
    await tx
      .update(peerGroup)
      .set({ ...row, version: version + 1 })
      .where(eq(peerGroup.code, code));
    if (ends !== null && ends !== held.retiredOn) {
      await tx
        .delete(peerGroupMember)
        .where(and(eq(peerGroupMember.peerGroupCode, code), sql`${peerGroupMember.validFrom} > ${ends}`));
      await tx
        .update(peerGroupMember)
        .set({ validTo: ends })
        .where(
          and(
            eq(peerGroupMember.peerGroupCode, code),
            or(isNull(peerGroupMember.validTo), sql`${peerGroupMember.validTo} > ${ends}`),
          ),
        );
      await settleGroups(work, [code], ends);
    }
    return { result: code, changes: [{ subject: `group/${code}`, before, after }] };
  },
});
