import * as z from 'zod';
import { command } from '@/lib/access/command';
import { makeUnit } from '@/lib/catalogue/units/desk/make-unit';
import { Aliases, NewUnit } from '@/lib/catalogue/units/desk/unit-input';
import { Code, Day } from '@/lib/reporting/collections/terms';

/** Creates a unit. Returns its code. */
export const createUnit = command({
  name: 'unit.create',
  input: NewUnit.extend({
    aliases: Aliases,
    after: Code.or(z.literal('')),
    validFrom: Day.or(z.literal('')),
    isDemonstration: z.boolean(),
  }),
  async run({ tx }, { validFrom, ...asked }) {
    const row = await makeUnit(tx, { ...asked, validFrom: validFrom || null });
    const { initials: _, ...told } = row;
    const after = { ...told, ...(asked.aliases.length > 0 && { aliases: asked.aliases }) };
    return { result: row.code, changes: [{ subject: `unit/${row.code}`, before: null, after }] };
  },
});
