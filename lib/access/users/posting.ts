import * as z from 'zod';
import { accountRoles, departmentRoles, unitRoles } from '@/lib/access/words';

/** One line of text without characters that control something; the database takes none of them. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);

export const UserId = z.string().regex(/^[\w-]{1,64}$/);

/** What an administrator says of an account. Empty where the role has neither unit nor department. */
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
  .regex(/^[a-z0-9][a-z0-9._]{1,39}$/);

/** A posting with what its role needs and nothing else, or the field that is missing. */
export function postedTo(
  posting: Posting,
): { unitCode: string | null; department: string | null } | { missing: string } {
  const needsUnit = unitRoles.includes(posting.role);
  const needsDepartment = departmentRoles.includes(posting.role);
  if (needsUnit && !posting.unitCode) return { missing: 'unitCode' };
  if (needsDepartment && !posting.department) return { missing: 'department' };
  return { unitCode: needsUnit ? posting.unitCode : null, department: needsDepartment ? posting.department : null };
}
