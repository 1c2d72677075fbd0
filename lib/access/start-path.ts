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

/** Whether an address stays in this product however a browser reads it: one takes `\` for `/` and leaves out tabs. */
export function isOwnPath(asked: string): boolean {
  return /^\/(?!\/)[^\\\p{Cc}]*$/u.test(asked);
}

/** The address to go on to: one of this product, else the given one. */
export function ownPath(asked: string, otherwise: string): string {
  return isOwnPath(asked) && !asked.startsWith('/sign-in') ? asked : otherwise;
}
