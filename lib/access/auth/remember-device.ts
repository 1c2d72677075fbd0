import type { Tx } from '@/db/client';
import { knownDevice } from '@/db/schema/access';
import { deviceHash } from '@/lib/access/auth/queries';
import { freshToken } from '@/lib/access/auth/tokens';

/** Remembers the device, so that failures on other devices cannot keep its owner out. Returns its token. */
export async function rememberDevice(
  tx: Tx,
  { userId, device, now }: { userId: string; device: string | null; now: Date },
): Promise<string> {
  const value = device ?? freshToken();
  await tx
    .insert(knownDevice)
    .values({ userId, deviceHash: deviceHash(value), seenAt: now })
    .onConflictDoUpdate({ target: [knownDevice.userId, knownDevice.deviceHash], set: { seenAt: now } });
  return value;
}
