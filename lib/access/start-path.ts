import type { Role } from '@/lib/access/words';

/** Where somebody begins: leaders at the figures, administrators at the accounts, auditors at the trail, others at work. */
export function startPath(role: Role): string {
  switch (role) {
    case 'visitor':
    case 'leader':
    case 'system':
      return '/';
    case 'administrator':
      return '/access/users';
    case 'auditor':
      return '/access/audit';
    default:
      return '/workbench';
  }
}

/** The address to go on to: one of this product, else the given one. */
export function ownPath(asked: string, otherwise: string): string {
  return /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in') ? asked : otherwise;
}
