/** Roles of accounts. An account has one, so that nobody holds two that must stay apart. */
export const accountRoles = [
  'leader',
  'reporter',
  'unitReviewer',
  'departmentReviewer',
  'assessmentOffice',
  'administrator',
  'auditor',
] as const;
export type AccountRole = (typeof accountRoles)[number];

/** The id under which a visitor reads who has no token. */
export const anonymousId = 'anonymous';

/** Roles of principals; `system` is the product itself, on the command line. */
export const roles = ['visitor', ...accountRoles, 'system'] as const;
export type Role = (typeof roles)[number];

/** The roles bound to one unit, and the role bound to a department's indicators across units. */
export const unitRoles: readonly Role[] = ['reporter', 'unitReviewer'];
export const departmentRoles: readonly Role[] = ['departmentReviewer'];

/** The roles whose accounts can do most harm; they must have a second factor. */
export const privilegedRoles: readonly Role[] = ['assessmentOffice', 'administrator', 'auditor'];

/** How an audit event is chained to the one before it. */
export const digests = ['sha256', 'sm3'] as const;
export type Digest = (typeof digests)[number];

/** The rules for passwords: those of 等保三级, or those of OWASP ASVS. */
export const passwordProfiles = ['djbh3', 'asvs'] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

/** The rows that a grant reaches. */
export const scopes = ['self', 'ownUnit', 'responsible', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** What a session may do: everything, or only what must be done first. */
export const standings = ['full', 'mustEnrol'] as const;
export type Standing = (typeof standings)[number];

/** The field of a form, and the header of a script, that name the owner of the page on which a write was made. */
export const ownerField = 'pageOwner';
export const ownerHeader = 'page-owner';

/** The header of a refusal after which one must sign in again. */
export const signInHeader = 'must-sign-in';
