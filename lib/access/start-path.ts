import type { Role } from '@/lib/access/words';
import { paths } from '@/lib/paths';

/**
 * The start page of a role: leaders at the figures, administrators at the accounts, auditors at the trail, others at
 * their tasks.
 */
export function startPath(role: Role): string {
  switch (role) {
    case 'visitor':
    case 'leader':
    case 'system':
      return paths.overview;
    case 'administrator':
      return paths.users;
    case 'auditor':
      return paths.audit;
    default:
      return paths.workbench;
  }
}

const here = 'http://here';

/** An address as a browser resolves it, if it is within the product; null otherwise. */
export function pathHere(asked: string): string | null {
  if (!asked.startsWith('/') || !URL.canParse(asked, here)) return null;
  const { origin, pathname, search, hash } = new URL(asked, here);
  return origin === here && !pathname.startsWith('//') ? pathname + search + hash : null;
}

/** The address to go on to: `asked` if it is within the product, else `otherwise`. */
export function ownPath(asked: string, otherwise: string): string {
  const path = pathHere(asked);
  return path && !path.startsWith(paths.signIn) ? path : otherwise;
}
