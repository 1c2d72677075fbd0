import { createRequire } from 'node:module';
import { join } from 'node:path';

// Replaces the library in the tests' own process (e2e/tsconfig.json), which creates hundreds of accounts: a hash takes a
// millisecond. The product under test verifies with the library itself, and renews such a hash at its full cost.
// Required from within node_modules, where the path mapping does not apply.
const packages = createRequire(join(process.cwd(), 'node_modules', 'package.json'));
const library: typeof import('@node-rs/argon2') = packages('@node-rs/argon2');

/** The hash of a password at the lowest cost; the hash says so. */
export const hash = (password: string) => library.hash(password, { memoryCost: 64, timeCost: 1, parallelism: 1 });

/** Whether a password matches a hash. */
export const verify = (made: string, password: string) => library.verify(made, password);
