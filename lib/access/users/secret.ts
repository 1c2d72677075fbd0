import { randomInt } from 'node:crypto';

/** Letters and digits that cannot be confused when they are read out. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** An initial secret: twenty characters in groups of five, about 116 bits. */
export function newSecret(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  );
  return groups.join('-');
}
