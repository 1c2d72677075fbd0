import type { Principal } from '@/lib/access/principal';

/**
 * Whose sheets and kept mappings somebody works on: those of the office, of a department, of a unit; null for who has none.
 * Those of one holder are one desk: a colleague goes on where another left off.
 */
export function holderOf({ role, department, unitCode }: Principal): string | null {
  if (role === 'assessmentOffice') return officeHolder;
  if (role === 'departmentReviewer' && department) return `department:${department}`;
  return role === 'reporter' && unitCode ? `unit:${unitCode}` : null;
}

export const officeHolder = 'office';
