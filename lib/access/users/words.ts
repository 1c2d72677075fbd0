import type { AccountRole } from '@/lib/access/words';
import type { Named } from '@/lib/i18n/words';

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
  /** How many live sessions it has. */
  readonly sessions: number;
  /** Until when no more sign-ins are looked at. */
  readonly blockedUntil: Date | null;
};

/** A secret to hand over, shown once. */
export type HandedOver = { readonly userId: string; readonly username: string; readonly secret: string };

/** What a list of users says of each. */
export const listColumns = ['username', 'name', 'role', 'unitCode', 'department'] as const;
export type ListColumn = (typeof listColumns)[number];

/** What may be wrong with a cell of the list; a message under `access.userList.faults` each. */
export type ListFaultKey = 'username' | 'taken' | 'twice' | 'name' | 'role' | 'unit' | 'department';

/** A fault of the list by line and column. */
export type LineFault = {
  readonly line: number;
  readonly column: ListColumn;
  readonly key: ListFaultKey;
  readonly value: string;
};

/** All the accounts of a list, each with its secret in the order of the list, or all that is wrong with the list. */
export type ImportOutcome =
  | { readonly kind: 'made'; readonly handed: readonly HandedOver[] }
  | { readonly kind: 'faults'; readonly faults: readonly LineFault[] };
