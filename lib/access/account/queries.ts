import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { orgUnit } from '@/db/schema/catalogue';
import { tokenIn } from '@/lib/access/auth/tokens';
import type { Work } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { countRecoveryCodes } from '@/lib/access/second-factor/count-recovery-codes';
import type { Named } from '@/lib/i18n/words';
import { settings } from '@/lib/settings';

/** The principal's session token, in the form that the accounts library takes. */
export function ownToken({ caller, policy }: Work): { readonly session: string } {
  return { session: tokenIn('session', caller, policy) ?? '' };
}

export type OwnAccount = {
  readonly username: string;
  readonly name: string;
  readonly unit: Named | null;
  readonly passwordSetAt: Date;
  readonly hasSecondFactor: boolean;
  /** The recovery codes that were not used yet. */
  readonly recoveryCodes: number;
  readonly lastSignInAt: Date | null;
};

/** The content of the principal's own account page; null for a visitor. */
export async function ownAccount(principal: Principal): Promise<OwnAccount | null> {
  const [row] = await db()
    .select({
      username: appUser.username,
      name: appUser.name,
      unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      passwordSetAt: appUser.passwordSetAt,
      hasSecondFactor: appUser.twoFactorEnabled,
      lastSignInAt: appUser.lastSignInAt,
    })
    .from(appUser)
    .leftJoin(orgUnit, eq(orgUnit.code, appUser.unitCode))
    .where(eq(appUser.id, principal.userId));
  if (!row) return null;
  const recoveryCodes = row.hasSecondFactor
    ? await db().transaction((tx) => countRecoveryCodes(tx, settings(), principal.userId))
    : 0;
  return { ...row, recoveryCodes };
}
