import { scrypt as derive, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refusal } from '@/lib/errors';
import { takeTurns } from '@/lib/turns/take-turns';

const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(derive);

/** Stronger than OWASP's second recommendation for argon2id: 64 MiB, three passes. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const wanted = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;
const scryptCost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };

/** The most hashes at once: each takes 64 MiB and a core. */
const inTurn = takeTurns(4, 500, () => new Refusal('unavailable', 'busy'));

type Argon2 = typeof import('@node-rs/argon2');
let argon2: Promise<Argon2 | null> | undefined;

/** The argon2 library, or null where it has no binary for the machine (loongarch). */
function library(): Promise<Argon2 | null> {
  argon2 ??= import('@node-rs/argon2').catch(() => null);
  return argon2;
}

const text = (password: string) => password.normalize('NFKC');

/** The hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(async () => {
    const found = await library();
    if (found) return found.hash(text(password), cost);
    const salt = randomBytes(16);
    const key = await scrypt(text(password), salt, 32, scryptCost);
    return `$scrypt$ln=17,r=8,p=1$${salt.toString('base64')}$${key.toString('base64')}`;
  });
}

/** Whether the password matches the hash. */
export function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  return inTurn(async () => {
    const [, kind, , salt = '', key = ''] = hash.split('$');
    if (kind === 'scrypt') {
      const expected = Buffer.from(key, 'base64');
      const derived = await scrypt(text(password), Buffer.from(salt, 'base64'), expected.length, scryptCost);
      return timingSafeEqual(derived, expected);
    }
    const found = await library();
    return found ? found.verify(hash, text(password)) : false;
  });
}

/** Whether a hash has another cost than today's; then it is renewed at the owner's next sign-in. */
export function isOutdated(hash: string): boolean {
  return !hash.startsWith(wanted) && !hash.startsWith('$scrypt$ln=17,');
}
