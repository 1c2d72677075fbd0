import { ownNames } from '@/lib/own-machine';
import type { Settings } from '@/lib/settings';

/** Whether a page of this origin is a page of this product. None is not: every browser names the origin of a form. */
export function isOurOrigin(origin: string | null, policy: Pick<Settings, 'origin' | 'isEmbedded'>): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const asked = new URL(origin);
  const ours = new URL(policy.origin);
  if (asked.origin === ours.origin) return true;
  // The built-in product is the same by each of this machine's own names.
  return (
    policy.isEmbedded &&
    [asked, ours].every(({ hostname }) => ownNames.includes(hostname)) &&
    asked.protocol === ours.protocol &&
    asked.port === ours.port
  );
}
