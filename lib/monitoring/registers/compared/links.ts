import { eq } from 'drizzle-orm';
import { register, type registerLink } from '@/db/schema/registers';
import type { Work } from '@/lib/access/command';

/** What a link counts. */
export type LinkFilter = Pick<typeof registerLink.$inferSelect, 'counts' | 'per' | 'ofField' | 'ofGrade' | 'ofGroup'>;
/** The same as the trail keeps it. */
export const toldFilter = ({ counts, per, ofField, ofGrade, ofGroup }: LinkFilter) => ({
  ...{ counted: counts, countedPer: per },
  ...(ofField && { entryField: ofField }),
  ...(ofGrade && { entryGrade: ofGrade }),
  ...(ofGroup && { entryGroup: ofGroup }),
});

/** Gives a register the next version: its links are a part of it. */
export async function movedRegister({ tx, principal, now }: Work, code: string, version: number): Promise<void> {
  const by = { editedBy: principal.userId, editedAt: now };
  await tx
    .update(register)
    .set({ version: version + 1, ...by })
    .where(eq(register.code, code));
}
