import * as z from 'zod';
import { command } from '@/lib/access/command';
import { applyMembers } from '@/lib/catalogue/groups/apply-members';
import { MemberChange } from '@/lib/catalogue/groups/group-input';
import { heldGroup } from '@/lib/catalogue/groups/held-group';
import { orPropose } from '@/lib/catalogue/proposals/propose';
import { todayOf } from '@/lib/catalogue/today';
import { lines } from '@/lib/reporting/collections/terms';

/** Adds members to a sequence, or takes some out, from a day on; from a past day it waits for a second person. */
export const changeMembers = command({
  name: 'group.changeMembers',
  input: MemberChange.extend({ version: z.int(), reason: lines(0, 300) }),
  async run(work, { version, reason, ...change }) {
    await heldGroup(work, { code: change.code, version });
    const reach = { reachesPast: change.from < todayOf(work), subject: `group/${change.code}`, reason };
    return orPropose(work, 'group.changeMembers', change, reach, (inside) => applyMembers(inside, change));
  },
});
