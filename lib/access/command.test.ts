import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { auditEvent } from '@/db/schema/access';
import { topic } from '@/db/schema/catalogue';
import { testDatabase } from '@/db/testing';
import { verifiedChain } from '@/lib/access/audit/queries';
import { type Command, command, perform } from '@/lib/access/command';
import { anonymousPrincipal, systemPrincipal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';

const { sql, database } = await testDatabase();
const system = systemPrincipal('test');
const now = new Date('2026-01-05T08:00:00.123Z');

const addTopic = command({
  name: 'dataset.load',
  input: z.strictObject({ code: z.string().min(1).max(20) }),
  async run({ tx }, { code }) {
    const { rows } = await addUnit(tx, code);
    return rows === 0
      ? { result: 'there already', repeated: true }
      : { result: 'added', changes: [{ subject: `topic/${code}`, before: null, after: { code } }] };
  },
});

type Tx = Parameters<(typeof addTopic)['run']>[0]['tx'];

async function addUnit(tx: Tx, code: string): Promise<{ rows: number }> {
  const inserted = await tx
    .insert(topic)
    .values({ code, nameZh: '甲', nameEn: 'A', sortOrder: 1 })
    .onConflictDoNothing()
    .returning({ code: topic.code });
  return { rows: inserted.length };
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? [error.kind, error.details] : error),
  );
const topics = async () => (await sql`select code from topic order by code`).map((row) => row.code);
const events = () => database.select().from(auditEvent).orderBy(auditEvent.seq);

beforeEach(async () => {
  await sql`delete from topic`;
});

describe('commands', () => {
  test('a command writes its change and one event that describes it', async () => {
    const before = (await events()).length;
    expect(await perform(addTopic, system, { code: 'a' }, { now })).toBe('added');
    const [event, ...others] = (await events()).slice(before);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ at: now, actor: 'system:test', role: 'system', command: 'dataset.load' });
    expect(JSON.parse(event?.changes ?? '')).toEqual([{ subject: 'topic/a', before: null, after: { code: 'a' } }]);
  });

  test('a repeated command has the same result and leaves no second event', async () => {
    await perform(addTopic, system, { code: 'a' }, { now });
    const before = (await events()).length;
    expect(await perform(addTopic, system, { code: 'a' }, { now })).toBe('there already');
    expect(await events()).toHaveLength(before);
  });

  test('a role without the permission is refused before anything is read', async () => {
    const refused = refusalOf(perform(addTopic, anonymousPrincipal(), { code: '' }, { now }));
    expect(await refused).toEqual(['forbidden', { command: 'dataset.load', role: 'visitor' }]);
    expect(await topics()).toEqual([]);
    const told = (await events()).at(-1);
    expect(told).toMatchObject({ at: now, actor: 'anonymous', role: 'visitor', command: 'attempt.refuse' });
    expect(told?.changes).toContain('command/dataset.load');
  });

  test.each([
    [{ code: '' }, 'code'],
    [{ code: 1 }, 'code'],
    [{ code: 'a', role: 'system' }, ''],
    [null, ''],
    ['a', ''],
  ])('input %j is refused and names the field', async (raw, field) => {
    expect(await refusalOf(perform(addTopic, system, raw, { now }))).toEqual([
      'invalid',
      { command: 'dataset.load', field },
    ]);
    expect(await topics()).toEqual([]);
  });

  test('an input with three bad fields is refused with all three, in their order', async () => {
    const three = command({
      name: 'dataset.load',
      input: z.strictObject({ code: z.string().min(1), name: z.string(), order: z.int(), note: z.string() }),
      run: () => Promise.reject(new Error('the command was given')),
    });
    const raw = { code: '', name: 1, order: 0.5, note: 'as it should be' };
    const refusal = await perform(three, system, raw, { now }).catch((error: unknown) => error as Refusal);
    expect(refusal).toMatchObject({ key: 'input', details: { field: 'code' } });
    expect((refusal as Refusal).faults.map(({ field, key }) => [field, key])).toEqual([
      ['code', 'inputMissing'],
      ['name', 'input'],
      ['order', 'input'],
    ]);
  });

  test('when the event cannot be written, the change is rolled back', async () => {
    await sql`alter table audit_event add constraint none check (command <> 'dataset.load') not valid`;
    await expect(perform(addTopic, system, { code: 'b' }, { now })).rejects.toThrow();
    expect(await topics()).toEqual([]);
    await sql`alter table audit_event drop constraint none`;
  });

  test('when the command fails, no event is written', async () => {
    const before = (await events()).length;
    const failing: Command<typeof addTopic.input, string> = {
      ...addTopic,
      async run(work, input) {
        await addTopic.run(work, input);
        throw new Refusal('conflict', 'userMoved');
      },
    };
    expect(await refusalOf(perform(failing, system, { code: 'c' }, { now }))).toEqual(['conflict', {}]);
    expect(await topics()).toEqual([]);
    expect(await events()).toHaveLength(before);
  });

  test('forty commands at once leave forty events in one unbroken chain', async () => {
    const before = (await events()).length;
    await Promise.all(Array.from({ length: 40 }, (_, at) => perform(addTopic, system, { code: `t${at}` }, { now })));
    expect(await topics()).toHaveLength(40);
    expect(await verifiedChain(database)).toEqual({ events: before + 40, broken: null });
  });
});
