/** A host that cannot exist (RFC 2606): the accounts library demands an address, and nothing is ever sent to it. */
export const placeholderHost = 'users.invalid';
