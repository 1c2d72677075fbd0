import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { appUser } from '@/db/schema/access';
import type { Change } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import type { Posting } from '@/lib/access/users/posting';
import { demonstrationUsers, newUser } from '@/lib/access/users/queries';

/** One account for each role. They exist in the built-in local product only. */
const accounts: readonly (Posting & { username: string })[] = [
  { username: 'demo.leader', name: '演示·领导', role: 'leader', unitCode: '', department: '' },
  { username: 'demo.reporter', name: '演示·填报', role: 'reporter', unitCode: '320671', department: '' },
  { username: 'demo.unit', name: '演示·单位审核', role: 'unitReviewer', unitCode: '320671', department: '' },
  {
    username: 'demo.department',
    name: '演示·部门审核',
    role: 'departmentReviewer',
    unitCode: '',
    department: '统计部门',
  },
  { username: 'demo.office', name: '演示·考核办', role: 'assessmentOffice', unitCode: '', department: '' },
  { username: 'demo.admin', name: '演示·管理员', role: 'administrator', unitCode: '', department: '' },
  { username: 'demo.auditor', name: '演示·审计', role: 'auditor', unitCode: '', department: '' },
];

/** The password of a demonstration account: nobody types it, the sign-in page of the demonstration knows it. */
export function demonstrationPassword(username: string, secret: string): string {
  return createHmac('sha256', secret).update(`demonstration:${username}`).digest('base64url');
}

/** Makes the demonstration accounts where there are none. Refuses nothing; outside the built-in product it does nothing. */
export const loadDemonstration = command({
  name: 'demonstration.load',
  input: z.strictObject({}),
  async run(work) {
    const { tx, principal, policy } = work;
    if (!policy.isEmbedded || (await demonstrationUsers(principal, tx)).length > 0)
      return { result: 0, repeated: true };
    const changes: Change[] = [];
    for (const { username, ...posting } of accounts) {
      const id = await newUser(work, { username, secret: demonstrationPassword(username, policy.secret), posting });
      await tx
        .update(appUser)
        .set({ isDemonstration: true, mustChangePassword: false, handedOverUntil: null })
        .where(eq(appUser.id, id));
      changes.push({ subject: `user/${id}`, before: null, after: { username, role: posting.role } });
    }
    const [first, ...others] = changes;
    if (!first) throw new Error('no demonstration accounts');
    return { result: changes.length, changes: [first, ...others] };
  },
});
