import type { TokenLine } from '@/lib/access/tokens/words';
import type { Named } from '@/lib/i18n/words';

/** The roles that a program may read as: those that only read, that of a unit, and the office. */
export const readingRoles = ['visitor', 'reporter', 'leader', 'auditor', 'assessmentOffice'] as const;
export type ReadingRole = (typeof readingRoles)[number];

/** The roles as which a program may also write figures: into drafts of its unit, or as cited ones that wait for a person. */
export const writingRoles: readonly ReadingRole[] = ['reporter', 'assessmentOffice'];

export const clientScopes = ['read', 'write'] as const;
export type ClientScope = (typeof clientScopes)[number];

/** What every token begins with, so that one is known where it was left by mistake. */
export const tokenPrefix = 'baton_';

/** How many characters of a token are kept and shown, those of its prefix included. */
export const shownLength = 12;

/** The most days for which a token is given. */
export const mostDays = 366;

/** A program that reads by a token, as administrators see it. */
export type ClientLine = TokenLine & {
  readonly role: ReadingRole;
  readonly scope: ClientScope;
  readonly unit: Named | null;
  /** The host that is told of what is new; null for none. */
  readonly host: string | null;
};

/** A new token, shown once. */
export type HandedToken = { readonly name: string; readonly token: string; readonly expiresOn: string };

/** The longest address to which programs are told. */
export const longestAddress = 300;

/** The host of such an address; null for none. */
export const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null);
