import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { board } from '@/db/schema/boards';
import { command } from '@/lib/access/command';
import { accountRoles } from '@/lib/access/words';
import { faultyInput } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';
import { ShownBoard } from './board-input';
import { areUnits, boardSubject, lockedBoard } from './queries';

/** Says with which roles and units one's own board is shared; with none it is for its owner alone. Refuses unknown units. */
export const shareBoard = command({
  name: 'board.share',
  input: ShownBoard.extend({
    roles: z.array(z.enum(accountRoles)).max(accountRoles.length),
    units: z.array(Code).max(200),
  }),
  async run(work, { id, version, ...asked }) {
    const held = await lockedBoard(work, id, version);
    const roles = accountRoles.filter((role) => asked.roles.includes(role));
    const units = [...new Set(asked.units)].toSorted();
    if (!(await areUnits(work, units))) throw faultyInput([{ field: 'units', key: 'unknownUnit' }]);
    await work.tx
      .update(board)
      .set({ sharedRoles: roles, sharedUnits: units, version: version + 1 })
      .where(eq(board.id, id));
    const before = { roles: held.sharedRoles, units: held.sharedUnits };
    return { result: { id }, changes: [{ subject: boardSubject(id), before, after: { roles, units } }] };
  },
});
