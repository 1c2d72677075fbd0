import type { RefusalReason } from '@/lib/access/refusals/words';
import type { Refusal } from '@/lib/errors';

/** Refusals of permission that have a word of their own, by their keys. */
const byKey: Readonly<Record<string, RefusalReason>> = {
  command: 'role',
  mustEnrol: 'mustEnrol',
  foreignOrigin: 'foreignOrigin',
  userState: 'wrongState',
};

/** Why a refusal is one of permission; null for what is wrong in the input, came too late, or is too much. */
export function reasonOf({ kind, key }: Refusal): RefusalReason | null {
  const known = Object.hasOwn(byKey, key) ? byKey[key] : undefined;
  if (known) return known;
  if (kind === 'forbidden') return 'notThisOne';
  return kind === 'notFound' ? 'notInReach' : null;
}
