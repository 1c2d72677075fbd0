import * as z from 'zod';
import { longestFormula } from '@/lib/observations/derived/words';
import { Code } from '@/lib/reporting/collections/terms';

/** The formula of an indicator, at the version that the page showed, 0 where there was none. */
export const Deriving = z.strictObject({
  code: Code,
  version: z.int().min(0),
  expression: z.string().trim().min(1).max(longestFormula),
  /** The unit whose figure it is, where it adds up members of a sequence; empty for every unit with the inputs. */
  unitCode: z.union([Code, z.literal('')]),
});
export type Deriving = z.infer<typeof Deriving>;
