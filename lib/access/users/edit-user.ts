import * as z from 'zod';
import { endSessions } from '@/lib/access/auth/end-sessions';
import { command } from '@/lib/access/command';
import { changeUser } from '@/lib/access/users/change-user';
import { Posting, UserId } from '@/lib/access/users/posting';
import { placeOf, userInScope } from '@/lib/access/users/queries';

/** Changes the name, role and unit of an account. With another role or unit its sessions end at once. */
export const editUser = command({
  name: 'user.edit',
  input: Posting.extend({ id: UserId, version: z.int() }),
  async run(work, { id, version, ...posting }) {
    const user = await userInScope(work, { command: 'user.edit', id, version });
    const place = await placeOf(work, posting);
    const before = { name: user.name, role: user.role, unitCode: user.unitCode, department: user.department };
    const after = { name: posting.name, role: posting.role, ...place };
    if (JSON.stringify(before) === JSON.stringify(after)) return { result: id, repeated: true };
    await changeUser(work, user, after);
    const isMoved = JSON.stringify({ ...before, name: '' }) !== JSON.stringify({ ...after, name: '' });
    if (isMoved) await endSessions(work.tx, id);
    return { result: id, changes: [{ subject: `user/${id}`, before, after }] };
  },
});
