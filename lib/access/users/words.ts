import type { AccountRole } from '@/lib/access/words';
import type { Named } from '@/lib/i18n/words';

/** Hours until an initial secret expires. */
export const handoverHours = 24;
/** The most accounts in one list. */
export const longestList = 200;

export const userStates = ['active', 'waiting', 'disabled'] as const;
export type UserState = (typeof userStates)[number];

/** A line of the list of users. */
export type UserLine = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly unit: Named | null;
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
  /** The number of live sessions. */
  readonly sessions: number;
  /** Until when sign-ins are refused. */
  readonly blockedUntil: Date | null;
};

/** An initial secret, shown once. */
export type HandedOver = { readonly userId: string; readonly username: string; readonly secret: string };

/** The columns of a list of users. */
export const listColumns = ['username', 'name', 'role', 'unitCode', 'department'] as const;
export type ListColumn = (typeof listColumns)[number];

/** Faults of a cell of the list; each has a message under `access.userList.faults`. */
export type ListFaultKey = 'username' | 'taken' | 'twice' | 'name' | 'role' | 'unit' | 'department';

/** A fault of the list by line and column. */
export type LineFault = {
  readonly line: number;
  readonly column: ListColumn;
  readonly key: ListFaultKey;
  readonly value: string;
};

/** All accounts of a list, each with its secret in the order of the list, or all faults of the list. */
export type ImportOutcome =
  | { readonly kind: 'made'; readonly handed: readonly HandedOver[] }
  | { readonly kind: 'faults'; readonly faults: readonly LineFault[] };
