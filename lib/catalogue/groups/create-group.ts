import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { peerGroup } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { applyMembers } from '@/lib/catalogue/groups/apply-members';
import { GroupWords, NewCode } from '@/lib/catalogue/groups/group-input';
import { orPropose } from '@/lib/catalogue/proposals/propose';
import { codeFor } from '@/lib/catalogue/proposed-code';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { Code, Day, lines } from '@/lib/reporting/collections/terms';

/**
 * Creates a sequence with its members from a day on; members of past periods wait for a second person. Without a code it
 * gets one of the initials of its name. Returns its code.
 */
export const createGroup = command({
  name: 'group.create',
  input: z.strictObject({
    ...GroupWords,
    code: NewCode.or(z.literal('')),
    from: Day,
    add: z.array(Code).max(5000),
    reason: lines(0, 300),
  }),
  async run(work, { code: asked, from, add, reason, ...words }) {
    const { tx } = work;
    const groups = await tx.select({ code: peerGroup.code, nameZh: peerGroup.nameZh }).from(peerGroup);
    const taken = groups.map(({ code }) => code);
    if (asked !== '' && taken.some((code) => code.toLowerCase() === asked.toLowerCase()))
      throw new Refusal('invalid', 'groups.refused.codeTaken', { field: 'code', code: asked });
    if (groups.some(({ nameZh }) => nameZh === words.nameZh))
      throw new Refusal('invalid', 'groups.refused.nameTaken', { field: 'nameZh' });
    const code = asked || codeFor(words.nameZh, taken, 'GROUP');
    const row = { ...words, nameEn: words.nameEn || words.nameZh, noteEn: words.noteEn || words.noteZh };
    await tx.insert(peerGroup).values({
      ...row,
      code,
      sortOrder: sql`(select coalesce(max(${peerGroup.sortOrder}), 0) + 1 from ${peerGroup})`,
    });
    const made = { subject: `group/${code}`, before: null, after: { code, ...row } };
    if (add.length === 0) return { result: { code, isWaiting: false }, changes: [made] };
    const change = { code, from, add, remove: [] };
    const reach = { reachesPast: from < todayOf(work), subject: `group/${code}`, reason };
    const done = await orPropose(work, 'group.changeMembers', change, reach, (inside) => applyMembers(inside, change));
    const changes = 'changes' in done ? done.changes : [];
    return { result: { code, isWaiting: done.result.state === 'waiting' }, changes: [made, ...changes] };
  },
});
