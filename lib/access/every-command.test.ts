import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { type CommandName, commandNames, grantOf } from '@/lib/access/permissions';
import { accountPrincipal, anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { refusedAttempt } from '@/lib/access/refusals/words';
import { accountRoles } from '@/lib/access/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { sql } = await testDatabase();
const lib = join(import.meta.dirname, '..');

type Any = Command<never, unknown>;
const commands = new Map<CommandName, Any>();

beforeAll(async () => {
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?!.*\.test\.ts$).*\.ts$/.test(file))
    .filter((file) => /export const \w+ = command\(/.test(readFileSync(join(lib, file), 'utf8')));
  for (const file of files) {
    for (const value of Object.values(await import(join(lib, file)))) {
      if (isCommand(value)) commands.set(value.name, value);
    }
  }
});

function isCommand(value: unknown): value is Any {
  return typeof value === 'object' && value !== null && 'run' in value && 'input' in value;
}

const principals: readonly Principal[] = [
  anonymousPrincipal(),
  ...accountRoles.map((role) =>
    accountPrincipal({
      userId: role,
      name: role,
      role,
      units: 'all',
      unitCode: null,
      department: null,
      sessionId: role,
      standing: 'full',
    }),
  ),
];

describe.each(commandNames.filter((name) => !name.endsWith('.load')))('%s', (name) => {
  test('refuses every role outside the table before it reads anything, and records it', async () => {
    const command = commands.get(name);
    await sql`delete from throttle`;
    const shut = principals.filter(({ role }) => !grantOf(name).roles.includes(role));
    for (const principal of shut) {
      const refused = refusalOf(perform(command as Any, principal, null, { now: new Date() }));
      expect(await refused, principal.role).toBe('forbidden command');
    }
    const told = await sql`select actor, changes::jsonb -> 0 -> 'after' ->> 'refused' as why from audit_event
      where command = ${refusedAttempt} and changes::jsonb -> 0 ->> 'subject' = ${`command/${name}`} order by seq`;
    const listed = name === 'session.close' ? [] : shut.map(({ userId }) => ({ actor: userId, why: 'role' }));
    expect([...told]).toEqual(listed);
    const [others] = await sql`select count(*)::int as n from audit_event where command <> ${refusedAttempt}`;
    expect(others?.n).toBe(0);
  });

  test('meets a thousand values of any shape without a fault, and accepts none as its input', () => {
    const input = (commands.get(name) as unknown as { input: { safeParse(value: unknown): { success: boolean } } })
      .input;
    const isEmpty = (value: unknown) => JSON.stringify(value) === '{}';
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false } as never), (value) => {
        const { success } = input.safeParse(value);
        return !success || isEmpty(value);
      }),
      { numRuns: 1000 },
    );
  });
});
