import * as z from 'zod';
import type { TrailChoice } from '@/lib/access/audit/trail/words';
import { permissions } from '@/lib/access/permissions';
import { refusedAttempt } from '@/lib/access/refusals/words';
import { startOfDay } from '@/lib/i18n/moments';
import { withQuery } from '@/lib/paths';

const day = z.iso
  .date()
  .refine((text) => /^20\d\d/.test(text))
  .catch('');
const text = z
  .string()
  .transform((value) => value.replace(/\p{Cc}/gu, ' ').trim())
  .pipe(z.string().max(100))
  .catch('');
const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** The names of events: the commands, and refused attempts. */
export const trailCommands = [refusedAttempt, ...Object.keys(permissions)];

/** The parameters in the address of the trail. An invalid value falls back to no filter. */
export const TrailAddress = z.object({
  from: day,
  until: day,
  who: text,
  command: z.enum(trailCommands).or(z.literal('')).catch(''),
  subject: text,
  /** Only events before this one. */
  before: number,
  /** The event shown in detail. */
  open: number,
  check: z.literal('1').optional().catch(undefined),
});
export type TrailAddress = z.infer<typeof TrailAddress>;

/** The filters of an address without the empty ones; `more` overrides them. */
export function trailQuery(
  { from, until, who, command, subject }: TrailAddress,
  more: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const filters = { from, until, who, command, subject, ...more };
  return withQuery('', filters);
}

/**
 * The filters that an address stands for: days begin and end in Shanghai, the last one included. `spoken` holds the
 * words of the reader's language for actors without an account.
 */
export function choiceIn(
  { from, until, who, command, subject }: TrailAddress,
  spoken: { readonly system: string; readonly anonymous: string },
): TrailChoice {
  const asStored = { [spoken.system]: 'system', [spoken.anonymous]: 'anonymous' };
  return {
    from: from ? startOfDay(from) : undefined,
    until: until ? startOfDay(until, { after: true }) : undefined,
    who: asStored[who] ?? who,
    command,
    subject,
  };
}
