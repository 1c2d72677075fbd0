import type { AccountRole } from '@/lib/access/words';

/** Hours that a secret handed over works. */
export const handoverHours = 24;
/** The most accounts that one list brings. */
export const longestList = 200;

export const userStates = ['active', 'waiting', 'disabled'] as const;
export type UserState = (typeof userStates)[number];

/** A line of the list of users. */
export type UserLine = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly unit: { readonly code: string; readonly nameZh: string; readonly nameEn: string } | null;
  readonly department: string | null;
  readonly state: UserState;
  readonly hasSecondFactor: boolean;
  readonly isDemonstration: boolean;
  readonly lastSignInAt: Date | null;
};

export type UserDetail = UserLine & {
  readonly version: number;
  readonly createdAt: Date;
  readonly passwordSetAt: Date;
  readonly handedOverUntil: Date | null;
  /** How many live sessions it has. */
  readonly sessions: number;
  /** Until when no more sign-ins are looked at. */
  readonly blockedUntil: Date | null;
};

/** A secret to hand over, shown once. */
export type HandedOver = { readonly userId: string; readonly username: string; readonly secret: string };
