import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
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

/** Commands that carry no version of what a page showed, with the reason. */
const withoutVersion: Partial<Record<CommandName, string>> = {
  'adjustment.record': 'adds a row',
  'annotation.record': 'adds a row',
  'apiClient.create': 'adds a row',
  'appeal.file': 'adds a row',
  'calendar.create': 'adds a row',
  'calendar.run': 'is given by the clock',
  'cited.record': 'adds a row, with the shown figure that it would replace',
  'collection.open': 'adds a row',
  'collection.remind': 'adds a row',
  'consequence.propose': 'adds rows, each once',
  'contact.set': 'both words stand in the audit trail, and no figure hangs on them',
  'demonstration.load': 'fills an empty database',
  'figures.import': 'is given by the command line, where no page was shown',
  'indicator.create': 'adds a row',
  'mapping.upload': 'adds a row',
  'notice.forget': 'is given by the clock',
  'password.change': 'asks for the present password',
  'review.undo': 'names the moment of the decision, and refuses what anything followed',
  'audit.check': 'is given by the clock',
  'backup.ask': 'adds a row, one at a time',
  'backup.record': 'is given by the clock or the command line',
  'backup.restore': 'is given by the command line, where no page was shown',
  'board.create': 'adds a row',
  'bulletin.draft': 'adds a row',
  'display.create': 'adds a row',
  'report.prepare': 'adds a row',
  'rule.create': 'adds a row',
  'followUp.raise': 'adds a row',
  'followUp.remark': 'adds a row',
  'followUp.answerRemark': 'answers a remark, which does not change, once',
  'group.create': 'adds a row',
  'run.analyse': 'adds to a run that does not change',
  'run.compute': 'adds a row',
  'scheme.create': 'adds a row',
  'scheme.import': 'adds a row',
  'scheme.revise': 'adds a row, of the published version alone',
  'secondFactor.begin': 'asks for the password',
  'secondFactor.disable': 'asks for the password',
  'secondFactor.enable': 'asks for a code of the secret that was shown',
  'secondFactor.renewCodes': 'asks for the password',
  'session.choosePassword': 'is done once',
  'session.close': 'leaves the same whoever comes first',
  'session.closeOthers': 'leaves the same whoever comes first',
  'session.confirm': 'asks for a code',
  'session.open': 'asks for the password',
  'source.attach': 'adds a row',
  'source.create': 'adds a row',
  'submission.askExtension': 'adds a row that another person then decides',
  'submission.askReopening': 'adds a row about figures that another person then decides',
  'submission.decideReopening': 'decides a request, which does not change, once',
  'submission.extend': 'never shortens',
  'submission.refuseExtension': 'decides a request, which does not change, once',
  'task.add': 'adds a row',
  'topic.create': 'adds a row',
  'unit.create': 'adds a row',
  'upload.commit': 'writes the upload that was shown, and refuses figures that changed since',
  'upload.forget': 'is given by the clock',
  'upload.stage': 'adds a row',
  'upload.undo': 'keeps the figures that changed since',
  'user.create': 'adds a row',
  'user.import': 'adds rows',
  'user.revokeSessions': 'leaves the same whoever comes first',
  'user.unlock': 'leaves the same whoever comes first',
};

test('a command that changes what a page showed carries the version that was shown', () => {
  const shapeOf = (name: CommandName) => {
    const { input } = commands.get(name) as unknown as { input: z.ZodType };
    return JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
  };
  const without = commandNames.filter((name) => commands.has(name) && !/"(version|follows)":\{/.test(shapeOf(name)));
  expect(without.toSorted()).toEqual(Object.keys(withoutVersion).toSorted());
});
