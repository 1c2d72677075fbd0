import { and, eq } from 'drizzle-orm';
import { registerLink } from '@/db/schema/registers';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { movedRegister, toldFilter } from '@/lib/monitoring/registers/compared/links';
import { lockedRegister, registerSubject } from '@/lib/monitoring/registers/queries';
import { UnlinkInput } from '@/lib/monitoring/registers/register-input';

/** Ends the link of an indicator to a count. Figures that were fixed stay as they are. */
export const unlinkCount = command({
  name: 'register.unlink',
  input: UnlinkInput,
  async run(work, { register: code, version, link }) {
    await lockedRegister(work, code, version);
    const [gone] = await work.tx
      .delete(registerLink)
      .where(and(eq(registerLink.id, link), eq(registerLink.registerCode, code)))
      .returning();
    if (!gone) throw new Refusal('notFound', 'registers.refused.noLink');
    await movedRegister(work, code, version);
    const before = {
      ...{ indicatorCode: gone.indicatorCode, ...(gone.orgUnitCode !== null && { unitCode: gone.orgUnitCode }) },
      ...toldFilter(gone),
    };
    return { result: code, changes: [{ subject: registerSubject(code), before, after: null }] };
  },
});
