import { createRequire } from 'node:module';

// Replaces the library in tests that do not concern the cost of hashes (vitest.config.ts): a hash takes a millisecond
// and states the requested cost.
const library: typeof import('@node-rs/argon2') = createRequire(import.meta.url)('@node-rs/argon2');
const quick = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const costs = /\$m=\d+,t=\d+,p=\d+\$/;

/** Hashes a password quickly, in the PHC form of the requested cost. */
export async function hash(password: string, asked: typeof quick): Promise<string> {
  const made = await library.hash(password, quick);
  return made.replace(costs, `$$m=${asked.memoryCost},t=${asked.timeCost},p=${asked.parallelism}$$`);
}

/** Whether a password matches a hash that `hash` made. */
export function verify(made: string, password: string): Promise<boolean> {
  const { memoryCost, timeCost, parallelism } = quick;
  return library.verify(made.replace(costs, `$$m=${memoryCost},t=${timeCost},p=${parallelism}$$`), password);
}
