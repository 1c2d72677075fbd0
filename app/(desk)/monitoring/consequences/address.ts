import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import { consequenceMeasures, consequenceStates } from '@/lib/monitoring/consequences/words';

/** What the list of consequences is narrowed to, and how many were proposed by running the rules. */
export const ConsequenceAddress = z.object({
  page: PageNumber,
  unit: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .catch(''),
  state: z.enum(['', ...consequenceStates]).catch(''),
  measure: z.enum(['', ...consequenceMeasures]).catch(''),
});

/** How many were proposed just now. */
export const Ran = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

export const doneSteps = ['confirm', 'decline', 'enter', 'complete'] as const;
export const DoneStep = z.enum(doneSteps).optional().catch(undefined);
