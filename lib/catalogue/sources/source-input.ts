import * as z from 'zod';
import { reliabilities } from '@/lib/catalogue/words';
import { Day, line, lines } from '@/lib/reporting/collections/terms';

/** A day, or none. */
const DayOrNone = Day.or(z.literal('')).transform((day) => day || null);

/** An address that a browser may open; no other scheme than http and https, and no user name in it. */
const Address = z
  .string()
  .trim()
  .max(500)
  .refine((text) => {
    if (text === '') return true;
    if (!URL.canParse(text) || /[\p{Cc}\s]/u.test(text)) return false;
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  })
  .transform((text) => text || null);

/** What the office says about a document. */
export const SourceFacts = z.strictObject({
  title: line(2, 200),
  publisher: line(1, 100),
  url: Address,
  publishedOn: DayOrNone,
  retrievedOn: DayOrNone,
  accessNote: lines(0, 500),
  licence: line(0, 200),
  reliability: z.enum(reliabilities),
});
export type SourceFacts = z.infer<typeof SourceFacts>;
