/** The word of the trail for an attempt that was refused; it is no command. */
export const refusedAttempt = 'attempt.refuse';

/**
 * Why an attempt was refused: the role may never, a second factor has to be set up first, a page of somebody else's sent
 * it, this role may but not to this one, there is no such thing in its reach, the account is in another state.
 */
export const refusalReasons = ['role', 'mustEnrol', 'foreignOrigin', 'notThisOne', 'notInReach', 'wrongState'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
