import type { Role } from '@/lib/access/words';
import { administrator } from '@/lib/help/manuals/administrator';
import { auditor } from '@/lib/help/manuals/auditor';
import { leader } from '@/lib/help/manuals/leader';
import { office } from '@/lib/help/manuals/office';
import { reporter } from '@/lib/help/manuals/reporter';
import { reviewer } from '@/lib/help/manuals/reviewer';
import type { Manual, ManualName } from '@/lib/help/words';

/** All operating manuals, in the order in which a return passes from role to role. */
export const manuals: readonly Manual[] = [leader, reporter, reviewer, office, administrator, auditor];

/** The manual of that name; undefined for an unknown name. */
export function manualNamed(name: string): Manual | undefined {
  return manuals.find((manual) => manual.name === name);
}

/** The manual written for a role; undefined for a visitor. */
export function manualFor(role: Role): ManualName | undefined {
  return manuals.find(({ roles }) => roles.some((one) => one === role))?.name;
}
