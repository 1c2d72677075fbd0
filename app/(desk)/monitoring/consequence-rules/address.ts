import * as z from 'zod';
import { conditionKinds } from '@/lib/monitoring/consequences/rules/words';

/** What the address of a rule says: what was done, and whether it is tried. */
export const RuleAddress = z.object({
  done: z.enum(['saved', 'adopted', 'ended']).optional().catch(undefined),
  try: z.literal('1').optional().catch(undefined),
});

/** What a new rule begins with. */
export const NewRuleAddress = z.object({
  kind: z.enum(conditionKinds).catch('redInRow'),
  group: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .catch(''),
});
