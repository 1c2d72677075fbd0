import * as z from 'zod';
import type { DescribedForm } from '@/lib/access/input-fault';
import { longestContact } from '@/lib/reporting/contacts/words';

/** A telephone number as it is typed, with plain digits and hyphens; may be empty. */
export const Telephone = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFKC').replace(/[‐-―−]/g, '-'))
  .pipe(
    z
      .string()
      .max(longestContact.telephone)
      .regex(/^[\d+() ,;/-]*((转|ext\.?) ?\d{1,6})?$/i, 'inputTelephone' satisfies DescribedForm),
  );
