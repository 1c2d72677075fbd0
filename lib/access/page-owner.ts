import { type CommandName, grantOf } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';

/** The owner of a page: the account and its unit, for which it was rendered; empty for a visitor. */
export function ownerOf({ role, userId, unitCode }: Pick<Principal, 'role' | 'userId' | 'unitCode'>): string {
  return role === 'visitor' ? '' : `${userId} ${unitCode ?? ''}`.trim();
}

/**
 * Refuses a write from a page that was made for another account or unit than the session's, as after a sign-in in
 * another tab. A visitor is refused later, as somebody who must sign in; signing in and out belong to no account.
 */
export function demandOwner(principal: Principal, command: CommandName, owner: string | null): void {
  if (principal.role === 'visitor' || command === 'session.close') return;
  if (grantOf(command).roles.includes('visitor')) return;
  if (owner !== ownerOf(principal)) throw new Refusal('conflict', 'otherAccount', { name: principal.name });
}
