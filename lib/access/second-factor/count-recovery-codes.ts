import type { Tx } from '@/db/client';
import { accountsOver, libraryAnswer } from '@/lib/access/auth/engine';
import type { Settings } from '@/lib/settings';

/** The number of recovery codes that a user has not used yet; 0 for a user without a second factor. */
export async function countRecoveryCodes(tx: Tx, policy: Settings, userId: string): Promise<number> {
  const answer = await libraryAnswer(accountsOver(tx, policy).api.viewBackupCodes({ body: { userId } }));
  return 'refused' in answer ? 0 : answer.backupCodes.length;
}
