import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { dueChoices, stateChoices } from '@/lib/monitoring/follow-ups/list/words';
import { followUpStates, type Origin, originKinds } from '@/lib/monitoring/follow-ups/words';
import { firstYear, lastYear } from '@/lib/monitoring/targets/words';

const Word = z
  .string()
  .regex(/^[\w.-]{1,64}$/)
  .catch('');
const Number_ = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((number) => number >= least && number <= most)
    .catch(0);

/** What the list is asked for. */
export const FollowUpAddress = z.object({
  unit: Word,
  state: z.enum(['', ...stateChoices, ...followUpStates]).catch(''),
  due: z.enum(['', ...dueChoices]).catch(''),
  origin: z.enum(['', ...originKinds]).catch(''),
  view: z.enum(['table', 'board']).catch('table'),
  page: PageNumber,
  done: z.literal('answered').optional().catch(undefined),
});

/** What the page of a follow-up says of the step that was just taken. */
export const doneSteps = [
  ...(['raised', 'edit', 'assign', 'sign', 'plan', 'note', 'attach', 'report', 'check', 'sendBack', 'close'] as const),
  ...(['askExtension', 'decideExtension', 'merge', 'transfer', 'drop'] as const),
] as const;
export const DoneStep = z.enum(doneSteps).optional().catch(undefined);

const Asked = z.object({
  unit: Word,
  indicator: Word,
  year: Number_(firstYear, lastYear),
  month: Number_(1, 12),
  period: Word,
  run: Word,
  remark: Word,
});

/** What a new follow-up is raised from, by the address that led to its form; by hand where it says nothing. */
export function originIn(query: Readonly<Record<string, unknown>>): Origin {
  const { unit, indicator, year, month, period, run, remark } = Asked.parse(query);
  // The lamp of a remark is read from it.
  if (remark) return { kind: 'remark', remark, unit: '', indicator: '', year: 0, month: 0 };
  if (run && unit) return { kind: 'score', run, unit };
  if (unit && indicator && year && month) return { kind: 'lamp', unit, indicator, year, month };
  if (unit && indicator && parsePeriod(period)) return { kind: 'figure', unit, indicator, period };
  return { kind: 'hand', note: '' };
}
