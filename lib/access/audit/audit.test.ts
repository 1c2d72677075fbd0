import { expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { testDatabase } from '@/db/testing';
import { type ChainedEvent, firstBreak, hashOf } from '@/lib/access/audit/chain';
import { verifiedChain } from '@/lib/access/audit/queries';
import { digests } from '@/lib/access/words';

const { sql, database } = await testDatabase();
const length = 10_000;

/** A chain of events as it would have been written. */
function chainOf(count: number, digest: (typeof digests)[number]): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const previous = chain.at(-1)?.hash ?? '';
    const event = {
      seq,
      at: new Date(seq * 1000),
      actor: 'u',
      role: 'system',
      address: '',
      command: 'x',
      changes: `[${seq}]`,
    };
    chain.push({ ...event, digest, previous, hash: hashOf(event, previous, digest) });
  }
  return chain;
}

const chain = chainOf(length, 'sha256');
for (let at = 0; at < length; at += 2000) {
  await database.insert(auditEvent).values(chain.slice(at, at + 2000));
}
const verified = () => verifiedChain(database);

/** What only somebody with the keys of the server could do. */
async function behindTheTrigger(statement: string): Promise<void> {
  await sql.unsafe(
    `alter table audit_event disable trigger user; ${statement}; alter table audit_event enable trigger user`,
  );
}

test('a chain as written is whole', async () => {
  expect(await verified()).toEqual({ events: length, broken: null });
});

test.each([
  ['changing', "update audit_event set actor = 'v' where seq = 1"],
  ['deleting', 'delete from audit_event where seq = 1'],
  ['emptying', 'truncate audit_event'],
])('%s what was done is refused by the database', async (_how, statement) => {
  await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '23001' });
});

test('one letter changed in one of ten thousand events is found, and named', async () => {
  await behindTheTrigger("update audit_event set changes = '[7778]' where seq = 7777");
  expect((await verified()).broken).toEqual({ seq: 7777, why: 'altered' });
  await behindTheTrigger("update audit_event set changes = '[7777]' where seq = 7777");
  expect((await verified()).broken).toBeNull();
});

test('an event rewritten with a hash of its own breaks the chain at the next', async () => {
  const forged = { ...chain[41], actor: 'v' } as ChainedEvent;
  const hash = hashOf(forged, forged.previous, 'sha256');
  await behindTheTrigger(`update audit_event set actor = 'v', hash = '${hash}' where seq = 42`);
  expect((await verified()).broken).toEqual({ seq: 43, why: 'unchained' });
  await behindTheTrigger(`update audit_event set actor = 'u', hash = '${chain[41]?.hash}' where seq = 42`);
});

test('an event taken away is missed', async () => {
  await behindTheTrigger('delete from audit_event where seq = 5000');
  expect((await verified()).broken).toEqual({ seq: 5000, why: 'missing' });
});

test.each(digests)('a chain of %s events holds, and tells them apart', (digest) => {
  const events = chainOf(3, digest);
  expect(firstBreak(events, { seq: 0, hash: '' })).toBeNull();
  expect(new Set(events.map(({ hash }) => hash)).size).toBe(3);
});
