import { expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { testDatabase } from '@/db/testing';
import { type ChainedEvent, firstBreak, hashOf } from '@/lib/access/audit/chain';
import { verifiedChain } from '@/lib/access/audit/queries';
import { digests } from '@/lib/access/words';

const { sql, database } = await testDatabase();
const length = 10_000;

/** A chain of events as the product would write it. */
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
const verify = () => verifiedChain(database);

/** Runs a statement with the trigger disabled, as only an operator of the server could. */
async function behindTheTrigger(statement: string): Promise<void> {
  await sql.unsafe(
    `alter table audit_event disable trigger user; ${statement}; alter table audit_event enable trigger user`,
  );
}

test('an unchanged chain is whole', async () => {
  expect(await verify()).toEqual({ events: length, broken: null });
});

test.each([
  ['changing', "update audit_event set actor = 'v' where seq = 1"],
  ['deleting', 'delete from audit_event where seq = 1'],
  ['emptying', 'truncate audit_event'],
])('%s of an event is refused by the database', async (_how, statement) => {
  await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '23001' });
});

test('one letter changed in one of ten thousand events is found, and the event is named', async () => {
  await behindTheTrigger("update audit_event set changes = '[7778]' where seq = 7777");
  expect((await verify()).broken).toEqual({ seq: 7777, why: 'altered' });
  await behindTheTrigger("update audit_event set changes = '[7777]' where seq = 7777");
  expect((await verify()).broken).toBeNull();
});

test('an event rewritten with a matching hash breaks the chain at the next event', async () => {
  const forged = { ...chain[41], actor: 'v' } as ChainedEvent;
  const hash = hashOf(forged, forged.previous, 'sha256');
  await behindTheTrigger(`update audit_event set actor = 'v', hash = '${hash}' where seq = 42`);
  expect((await verify()).broken).toEqual({ seq: 43, why: 'unchained' });
  await behindTheTrigger(`update audit_event set actor = 'u', hash = '${chain[41]?.hash}' where seq = 42`);
});

test('a missing event is detected', async () => {
  await behindTheTrigger('delete from audit_event where seq = 5000');
  expect((await verify()).broken).toEqual({ seq: 5000, why: 'missing' });
});

test.each(digests)('a chain of %s events is whole, and the digests are distinguished', (digest) => {
  const events = chainOf(3, digest);
  expect(firstBreak(events, { seq: 0, hash: '' })).toBeNull();
  expect(new Set(events.map(({ hash }) => hash)).size).toBe(3);
});
