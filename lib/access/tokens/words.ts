export const tokenStates = ['active', 'expired', 'revoked'] as const;
export type TokenState = (typeof tokenStates)[number];

/** A token of a program or a display, as those who make them see it. */
export type TokenLine = {
  readonly id: string;
  readonly name: string;
  readonly tokenStart: string;
  readonly expiresOn: string;
  readonly state: TokenState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedBy: string | null;
  readonly revokedAt: Date | null;
  readonly revokedReason: string;
  readonly version: number;
};
