import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another when they are read out. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** A secret to hand over: twenty characters in groups of five, about 116 bits. */
export function newSecret(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  );
  return groups.join('-');
}
