import * as z from 'zod';
import { mostItems } from '@/lib/assessment/appeals/words';
import { Code, CollectionId, lines } from '@/lib/reporting/collections/terms';

/** Which appeal, in which version it was shown. */
export const ShownAppeal = z.strictObject({ id: CollectionId, version: z.int().min(1) });

/** The same for its unit, which sends the unit of the page. */
export const OwnAppeal = ShownAppeal.extend({ unit: Code });

/** Words that another person reads: a reason of a step. */
export const AppealWords = lines(4, 2000);

/** What a unit appeals about, why, and what it asks for. */
export const TermsInput = z.strictObject({
  run: CollectionId,
  unit: Code,
  about: z
    .array(z.union([z.literal(''), Code]))
    .max(mostItems)
    .transform((keys) => [...new Set(keys)]),
  grounds: lines(10, 4000),
  asks: lines(4, 1000),
});

/** What an appeal that was upheld led to. */
export const RemedyInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('adjustment'), id: CollectionId }),
  z.strictObject({ kind: z.literal('figure'), indicator: Code, period: z.string().max(40) }),
  z.strictObject({ kind: z.literal('run'), id: CollectionId }),
]);
