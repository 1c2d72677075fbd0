import { ownNames } from '@/lib/own-machine';
import type { Settings } from '@/lib/settings';

/** Whether an origin is that of the product. A missing origin is not: every browser states the origin of a form. */
export function isOurOrigin(origin: string | null, policy: Pick<Settings, 'origin' | 'isEmbedded'>): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const asked = new URL(origin);
  const ours = new URL(policy.origin);
  if (asked.origin === ours.origin) return true;
  // The built-in product may be addressed by every name of this machine.
  return (
    policy.isEmbedded &&
    [asked, ours].every(({ hostname }) => ownNames.includes(hostname)) &&
    asked.protocol === ours.protocol &&
    asked.port === ours.port
  );
}
