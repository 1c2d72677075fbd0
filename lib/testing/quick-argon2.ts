import { createRequire } from 'node:module';

// Stands for the library in tests whose matter is not what a hash costs (vitest.config.ts): hashes are made in a
// millisecond, and say of themselves what was asked for.
const library: typeof import('@node-rs/argon2') = createRequire(import.meta.url)('@node-rs/argon2');
const quick = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const costs = /\$m=\d+,t=\d+,p=\d+\$/;

/** Hashes a password at no cost to speak of, in the PHC form of the cost that was asked for. */
export async function hash(password: string, asked: typeof quick): Promise<string> {
  const made = await library.hash(password, quick);
  return made.replace(costs, `$$m=${asked.memoryCost},t=${asked.timeCost},p=${asked.parallelism}$$`);
}

/** Whether a password is the one of a hash that `hash` made. */
export function verify(made: string, password: string): Promise<boolean> {
  const { memoryCost, timeCost, parallelism } = quick;
  return library.verify(made.replace(costs, `$$m=${memoryCost},t=${timeCost},p=${parallelism}$$`), password);
}
