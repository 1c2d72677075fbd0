import type { RefusalReason } from '@/lib/access/refusals/words';
import type { Refusal } from '@/lib/errors';

/** The reasons of refusals for want of permission, by message key. */
const byKey: Readonly<Record<string, RefusalReason>> = {
  command: 'role',
  mustEnrol: 'mustEnrol',
  foreignOrigin: 'foreignOrigin',
  userState: 'wrongState',
};

/** The reason of a refusal for want of permission; null for invalid input, conflicts and limits. */
export function reasonOf({ kind, key }: Refusal): RefusalReason | null {
  const known = Object.hasOwn(byKey, key) ? byKey[key] : undefined;
  if (known) return known;
  if (kind === 'forbidden') return 'notThisOne';
  return kind === 'notFound' ? 'notInReach' : null;
}
