import type { Role } from '@/lib/access/words';

declare const made: unique symbol;

/**
 * Who asks. Every query takes one, so that no read can forget it, and only this folder makes one.
 * `units` is what may be read: every unit, or the codes listed.
 */
export type Principal = {
  readonly userId: string;
  readonly role: Role;
  readonly units: 'all' | readonly string[];
  readonly [made]: true;
};

/** A visitor who has not signed in: published figures of every unit. Until accounts exist, everybody. */
export function anonymousPrincipal(): Principal {
  return { userId: 'anonymous', role: 'visitor', units: 'all' } as Principal;
}

/** The product itself, when it loads its own data set or runs on the command line. */
export function systemPrincipal(task: string): Principal {
  return { userId: `system:${task}`, role: 'system', units: 'all' } as Principal;
}
