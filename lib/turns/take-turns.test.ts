import { expect, test } from 'vitest';
import { takeTurns } from '@/lib/turns/take-turns';

test('no more than two run at a time, and a failure frees its place', async () => {
  const inTurn = takeTurns(2, 10, () => new Error('busy'));
  let running = 0;
  let most = 0;
  const work = async (fails: boolean) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, 1));
    running -= 1;
    if (fails) throw new Error('failed');
  };
  const ends = await Promise.allSettled(Array.from({ length: 9 }, (_, at) => inTurn(() => work(at % 2 === 0))));
  expect(most).toBe(2);
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  await expect(inTurn(async () => 'again')).resolves.toBe('again');
});

test('a work beyond a full queue is refused', async () => {
  const inTurn = takeTurns(1, 1, () => new Error('busy'));
  const both = [inTurn(async () => 1), inTurn(async () => 2)];
  await expect(inTurn(async () => 3)).rejects.toThrow('busy');
  await expect(Promise.all(both)).resolves.toEqual([1, 2]);
});
