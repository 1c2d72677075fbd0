/** Why a message was not taken. */
export const outboxFaults = ['status', 'unreachable', 'tooSlow', 'notAllowed', 'interrupted'] as const;
export type OutboxFault = (typeof outboxFaults)[number];

/** How many messages wait and were given up, and the last fault of either. */
export type OutboxState = { readonly waiting: number; readonly failed: number; readonly fault: OutboxFault | null };

/** After so many tries a message is given up. */
export const mostTries = 10;
