import * as z from 'zod';
import { Code, Day, line, lines } from '@/lib/reporting/collections/terms';

/** A code that the office gives: letters and digits first; those of pages are taken. */
export const NewCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][\w.-]{0,39}$/)
  .refine((code) => !['new', 'merge', 'edit'].includes(code.toLowerCase()));

/** The names of a sequence and a note about it. */
export const GroupWords = {
  nameZh: line(2, 60),
  /** Empty for the Chinese name. */
  nameEn: line(0, 120),
  noteZh: lines(0, 500),
  noteEn: lines(0, 500),
};

/** A change of the members of a sequence from a day on. */
export const MemberChange = z.strictObject({
  code: Code,
  from: Day,
  add: z.array(Code).max(5000),
  remove: z.array(Code).max(5000),
  /** The last day of the memberships that begin, where it is known: another membership of the same unit stays. */
  until: Day.optional(),
  /** The places in the official order that the new members get, in the order of `add`; 0 for none. */
  places: z.array(z.int().min(0).max(1_000_000)).max(5000).optional(),
});
export type MemberChange = z.infer<typeof MemberChange>;
