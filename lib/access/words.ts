/** Who somebody is to the product; `system` is the product itself, on the command line. */
export const roles = ['visitor', 'system'] as const;
export type Role = (typeof roles)[number];

/** How an audit event is chained to the one before it. */
export const digests = ['sha256', 'sm3'] as const;
export type Digest = (typeof digests)[number];
