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

/** What events are called: the commands, and attempts that were refused. */
export const trailCommands = [refusedAttempt, ...Object.keys(permissions)];

/** What the address of the trail may ask for. A value that is none falls back to everything. */
export const TrailAddress = z.object({
  from: day,
  until: day,
  who: text,
  command: z.enum(trailCommands).or(z.literal('')).catch(''),
  subject: text,
  /** Only events before this one. */
  before: number,
  /** The event that is opened. */
  open: number,
  check: z.literal('1').optional().catch(undefined),
});
export type TrailAddress = z.infer<typeof TrailAddress>;

/** The filters of an address without what is empty; `more` goes on top of them. */
export function trailQuery(
  { from, until, who, command, subject }: TrailAddress,
  more: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const filters = { from, until, who, command, subject, ...more };
  return withQuery('', filters);
}

/**
 * The events that an address asks for: days begin and end in Shanghai, the last one included. `spoken` are the words of
 * the reader's language for actors that are no accounts.
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
