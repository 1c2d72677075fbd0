import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { unitContact } from '@/db/schema/reporting';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { printable } from '@/lib/printable';
import { knownUnits } from '@/lib/reporting/collections/queries';
import { Code } from '@/lib/reporting/collections/terms';
import { Telephone } from '@/lib/reporting/contacts/telephone';
import { longestContact } from '@/lib/reporting/contacts/words';

/**
 * Sets the contact of a unit, name and telephone, or clears it when both are empty. A unit's own people set that of their
 * unit, an administrator that of any.
 */
export const setContact = command({
  name: 'contact.set',
  input: z.strictObject({
    unitCode: Code,
    name: z.string().trim().max(longestContact.name).regex(printable),
    telephone: Telephone,
  }),
  async run({ tx, principal, now }, { unitCode, name, telephone }) {
    if (principal.role !== 'administrator' && principal.unitCode !== unitCode) {
      throw new Refusal('forbidden', 'contactOfAnother', { field: 'unitCode' });
    }
    await knownUnits(tx, [unitCode]);
    const [held] = await tx.select().from(unitContact).where(eq(unitContact.orgUnitCode, unitCode)).for('update');
    const before = { contact: held?.name ?? '', telephone: held?.telephone ?? '' };
    if (before.contact === name && before.telephone === telephone) return { result: unitCode, repeated: true };
    const row = { name, telephone, updatedBy: principal.userId, updatedAt: now };
    if (name === '' && telephone === '') await tx.delete(unitContact).where(eq(unitContact.orgUnitCode, unitCode));
    else {
      await tx
        .insert(unitContact)
        .values({ orgUnitCode: unitCode, ...row })
        .onConflictDoUpdate({ target: unitContact.orgUnitCode, set: row });
    }
    return {
      result: unitCode,
      changes: [{ subject: `unit/${unitCode}`, before, after: { contact: name, telephone } }],
    };
  },
});
