import { createRequire } from 'node:module';
import { join } from 'node:path';

// Stands for the library in the tests' own process (e2e/tsconfig.json), which makes hundreds of accounts: their hashes
// cost a millisecond. The product under test verifies with the library itself, and renews such a hash at its full cost.
// Asked for from among the packages, where its name is not this file's.
const packages = createRequire(join(process.cwd(), 'node_modules', 'package.json'));
const library: typeof import('@node-rs/argon2') = packages('@node-rs/argon2');

/** Hashes a password at next to no cost, and says so in the hash. */
export const hash = (password: string) => library.hash(password, { memoryCost: 64, timeCost: 1, parallelism: 1 });

/** Whether a password is the one of a hash. */
export const verify = (made: string, password: string) => library.verify(made, password);
