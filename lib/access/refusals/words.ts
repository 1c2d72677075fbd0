/** The name of a refused attempt in the trail; it is no command. */
export const refusedAttempt = 'attempt.refuse';

/**
 * Reasons of a refused attempt: the role lacks the permission, a second factor must be set up first, a page of another
 * origin sent it, the row is forbidden to this user, the row is out of reach, the account is in another state.
 */
export const refusalReasons = ['role', 'mustEnrol', 'foreignOrigin', 'notThisOne', 'notInReach', 'wrongState'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
