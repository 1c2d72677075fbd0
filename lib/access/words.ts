/** What an account may be: one role each, so that nobody holds two that must stay apart. */
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

/** Who somebody is to the product; `system` is the product itself, on the command line. */
export const roles = ['visitor', ...accountRoles, 'system'] as const;
export type Role = (typeof roles)[number];

/** The roles that work for one unit, and the one that works for a department's indicators across units. */
export const unitRoles: readonly Role[] = ['reporter', 'unitReviewer'];
export const departmentRoles: readonly Role[] = ['departmentReviewer'];

/** The roles whose accounts can do most harm; a second factor is asked of them. */
export const privilegedRoles: readonly Role[] = ['assessmentOffice', 'administrator', 'auditor'];

/** How an audit event is chained to the one before it. */
export const digests = ['sha256', 'sm3'] as const;
export type Digest = (typeof digests)[number];

/** The rules for passwords: those of 等保三级, or those of OWASP ASVS. */
export const passwordProfiles = ['djbh3', 'asvs'] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

/** Which rows a grant reaches. */
export const scopes = ['self', 'ownUnit', 'responsible', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** What a session is good for: everything, or only for what must be done first. */
export const standings = ['full', 'mustEnrol'] as const;
export type Standing = (typeof standings)[number];
