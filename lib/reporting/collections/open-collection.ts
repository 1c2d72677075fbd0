import * as z from 'zod';
import { command } from '@/lib/access/command';
import { makeCollection } from '@/lib/reporting/collections/make-collection';
import { Code, CollectionTerms, PeriodCode } from '@/lib/reporting/collections/terms';

/** The most figures in one return. */
const mostItems = 2000;

/** Opens a collection: an empty return for every unit of the group, or for the units named. */
export const openCollection = command({
  name: 'collection.open',
  input: CollectionTerms.extend({
    periodCode: PeriodCode,
    /** Empty when the units are named one by one. */
    peerGroupCode: Code.or(z.literal('')),
    unitCodes: z.array(Code).max(5000),
    items: z
      .array(z.strictObject({ indicatorCode: Code, periodCode: PeriodCode, isRequired: z.boolean() }))
      .max(mostItems),
  }),
  async run(work, { periodCode, peerGroupCode, unitCodes, items, ...terms }) {
    const { id, units } = await makeCollection(work, {
      terms,
      periodCode,
      peerGroupCode: peerGroupCode || null,
      unitCodes,
      items,
    });
    const after = { ...terms, periodCode, peerGroupCode, units, items: items.length };
    return { result: id, changes: [{ subject: `collection/${id}`, before: null, after }] };
  },
});
