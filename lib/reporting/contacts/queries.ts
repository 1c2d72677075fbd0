import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { unitContact } from '@/db/schema/reporting';
import type { Principal } from '@/lib/access/principal';
import type { Contact } from '@/lib/reporting/contacts/words';

/**
 * The contacts of units by their codes, for those who chase or review their returns: the office, departments' reviewers,
 * administrators, and a unit's own people that of their unit. None for anybody else.
 */
export async function contactsOf(
  principal: Principal,
  unitCodes: readonly string[],
): Promise<ReadonlyMap<string, Contact>> {
  if (unitCodes.length === 0) return new Map();
  const rows = await db()
    .select({ code: unitContact.orgUnitCode, name: unitContact.name, telephone: unitContact.telephone })
    .from(unitContact)
    .where(and(inArray(unitContact.orgUnitCode, [...unitCodes]), mayRead(principal)));
  return new Map(rows.map(({ code, ...contact }) => [code, contact]));
}

function mayRead({ role, unitCode }: Principal): SQL {
  switch (role) {
    case 'assessmentOffice':
    case 'departmentReviewer':
    case 'administrator':
      return sql`true`;
    case 'reporter':
    case 'unitReviewer':
      return sql`${unitContact.orgUnitCode} = ${unitCode}`;
    default:
      return sql`false`;
  }
}
