import { anonymousId, type Role, type Standing } from '@/lib/access/words';

declare const made: unique symbol;

/**
 * The asking user. Every query takes a principal, so that no read can forget it, and only this folder makes one.
 * `units` says of which units published figures may be read: every unit, or the listed codes.
 */
export type Principal = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly units: 'all' | readonly string[];
  /** The unit of a reporter or of a unit's reviewer. */
  readonly unitCode: string | null;
  /** The responsible department of a department's reviewer, as the indicators name it. */
  readonly department: string | null;
  /** The session of the request; null for a visitor and the product itself. */
  readonly sessionId: string | null;
  readonly standing: Standing;
  readonly [made]: true;
};

const nobody = { name: '', unitCode: null, department: null, sessionId: null, standing: 'full' } as const;

/** A visitor who has not signed in: published figures of every unit where reading is public, else none. */
export function anonymousPrincipal({ publicReading = true } = {}): Principal {
  return { ...nobody, userId: anonymousId, role: 'visitor', units: publicReading ? 'all' : [] } as unknown as Principal;
}

/** The product itself, when it loads its own data set or runs on the command line. */
export function systemPrincipal(task: string): Principal {
  return { ...nobody, userId: `system:${task}`, role: 'system', units: 'all' } as unknown as Principal;
}

/** A signed-in account, as the database knows it. */
export function accountPrincipal(account: Omit<Principal, typeof made>): Principal {
  return account as Principal;
}

/** An account as a command of the command line gives it a name: for reading every unit, without a session. */
export function principalWithoutSession({
  id: userId,
  name,
  role,
  unitCode,
  department,
}: Pick<Principal, 'name' | 'role' | 'unitCode' | 'department'> & { readonly id: string }): Principal {
  return accountPrincipal({ ...nobody, userId, name, role, units: 'all', unitCode, department });
}

/**
 * A program that reads by a token, with the rights of its role on screen and of the units of its scope alone: what a visitor
 * may not read is not read as a visitor here either. It has no session; a token that may write
 * gives the few commands that the interface for programs passes on.
 */
export function clientPrincipal(
  client: Pick<Principal, 'name' | 'role' | 'units' | 'unitCode'> & { readonly id: string },
  { publicReading }: { publicReading: boolean },
): Principal {
  const { id, name, role, unitCode } = client;
  const units = role === 'visitor' && !publicReading ? [] : client.units;
  return accountPrincipal({ ...nobody, userId: `client:${id}`, name, role, units, unitCode });
}

/** Whether nobody is named: a visitor without a token. */
export function isAnonymous({ userId }: Principal): boolean {
  return userId === anonymousId;
}

/** Whether somebody may read nothing at all: a visitor where reading is not public. */
export function readsNothing({ units }: Principal): boolean {
  return units !== 'all' && units.length === 0;
}
