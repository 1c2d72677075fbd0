/** A host that cannot exist (RFC 2606): the accounts library asks for an address, and nothing is ever sent to one. */
export const placeholderHost = 'users.invalid';
