/** Whom to call about a unit's returns. */
export type Contact = { readonly name: string; readonly telephone: string };

export const longestContact = { name: 40, telephone: 40 } as const;
