import * as z from 'zod';
import type { DescribedForm } from '@/lib/access/input-fault';
import { accountRoles, departmentRoles, unitRoles } from '@/lib/access/words';
import { printable } from '@/lib/printable';

/** One line of text without control characters, which the database does not accept. */
const line = (most: number) => z.string().trim().max(most).regex(printable);

export const UserId = z.string().regex(/^[\w-]{1,64}$/);

/** The form fields of an account. Empty where the role has neither unit nor department. */
export const Posting = z.strictObject({
  name: line(40).min(1),
  role: z.enum(accountRoles),
  unitCode: line(40),
  department: line(60),
});
export type Posting = z.infer<typeof Posting>;

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._]{1,39}$/, 'inputUsername' satisfies DescribedForm);

/** A posting reduced to the fields that its role needs, or the name of a missing field. */
export function postedTo(
  posting: Posting,
): { unitCode: string | null; department: string | null } | { missing: string } {
  const needsUnit = unitRoles.includes(posting.role);
  const needsDepartment = departmentRoles.includes(posting.role);
  if (needsUnit && !posting.unitCode) return { missing: 'unitCode' };
  if (needsDepartment && !posting.department) return { missing: 'department' };
  return { unitCode: needsUnit ? posting.unitCode : null, department: needsDepartment ? posting.department : null };
}
