import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import { appealStates } from '@/lib/assessment/appeals/words';

const Word = z
  .string()
  .regex(/^[\w.-]{1,64}$/)
  .catch('');

/** What the list is asked for. */
export const AppealAddress = z.object({
  unit: Word,
  state: z.enum(['', 'open', ...appealStates]).catch(''),
  page: PageNumber,
});

/** What a new appeal is about, by the address that led to its form. */
export const NewAppealAddress = z.object({ run: Word, unit: Word, item: Word });

/** What the page of an appeal says of the step that was just taken. */
export const doneSteps = [
  ...(['filed', 'attach', 'accept', 'reject', 'decide', 'askReview', 'decideReview', 'settle', 'close'] as const),
  'withdraw',
] as const;
export const DoneStep = z.enum(doneSteps).optional().catch(undefined);
