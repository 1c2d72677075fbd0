import type { Role } from '@/lib/access/words';

/**
 * Who may do what: every command with the roles that may ever give it. The only truth about it; what is not here is
 * refused, and a command that is not here does not type-check.
 */
export const permissions = {
  'dataset.load': ['system'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type CommandName = keyof typeof permissions;

/** Whether the role may ever give the command. Which rows it may touch, the command finds out itself. */
export function may(role: Role, command: CommandName): boolean {
  const allowed: readonly Role[] = permissions[command];
  return allowed.includes(role);
}
