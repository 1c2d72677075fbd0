import { afterAll, expect, test, vi } from 'vitest';
import { closeSharedPool, drizzleOver } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { recordEvent } from '@/lib/access/audit/record-event';
import { systemPrincipal } from '@/lib/access/principal';
import { whileUnchanged } from '@/lib/health/version/queries';

const { url, sql } = await testDatabase();
const database = drizzleOver(sql);
const event = { command: 'x', at: new Date(0), address: '', changes: [], digest: 'sha256' } as const;
const write = () => database.transaction((tx) => recordEvent(tx, systemPrincipal('check'), event));
const written = async () => Number((await sql`select count(*) from audit_event`)[0]?.count);
afterAll(closeSharedPool);

test('a result is read once for each key, and anew after each write', async () => {
  const read = vi.fn(written);
  for (let round = 0; round < 3; round += 1) {
    await write();
    const now = await written();
    expect(await Promise.all(['a', 'b', 'a'].map((key) => whileUnchanged(key, read)))).toEqual([now, now, now]);
    expect(await whileUnchanged('a', read)).toBe(now);
    expect(read).toHaveBeenCalledTimes(2 * (round + 1));
  }
});

test('what was read before a write is not given to those who ask after it', async () => {
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  let tell = () => {};
  const begun = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const early = whileUnchanged('slow', async () => {
    const before = await written();
    tell();
    await gate;
    return before;
  });
  await begun;
  await write();
  expect(await whileUnchanged('slow', written)).toBe(await written());
  go();
  expect(await early).toBe((await written()) - 1);
  expect(await whileUnchanged('slow', written)).toBe(await written());
});

test('a read that failed is tried again, and without a database that answers nothing is kept', async () => {
  await expect(whileUnchanged('failing', async () => Promise.reject(new Error('once')))).rejects.toThrow('once');
  expect(await whileUnchanged('failing', async () => 2)).toBe(2);
  process.env.DATABASE_URL = 'postgres://postgres@127.0.0.1:9/nowhere';
  expect(await whileUnchanged('failing', async () => 3)).toBe(3);
  process.env.DATABASE_URL = url;
  expect(await whileUnchanged('failing', async () => 4)).toBe(2);
});

test('the results that were not used for longest go first', async () => {
  const read = vi.fn(async () => 1);
  await whileUnchanged('first', read);
  for (let n = 0; n < 199; n += 1) await whileUnchanged(`other ${n}`, async () => n);
  await whileUnchanged('first', read);
  await whileUnchanged('one more', async () => 1);
  await whileUnchanged('first', read);
  expect(read).toHaveBeenCalledTimes(1);
  expect(await whileUnchanged('other 0', async () => 'anew')).toBe('anew');
});
