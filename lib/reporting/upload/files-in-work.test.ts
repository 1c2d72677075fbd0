import { describe, expect, test, vi } from 'vitest';
import { fileQueue } from '@/lib/reporting/upload/files-in-work';
import { refusalOf } from '@/lib/testing/accounts';

/** Work that begins when its turn comes and lasts until it is told to end. */
function work() {
  let [begin, end, fail] = [() => {}, (_result: string) => {}, (_error: Error) => {}];
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<string>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  const run = () => {
    begin();
    return ended;
  };
  return { run, begun, end: () => end('done'), fail: () => fail(new Error('the reader died')) };
}

type Queue = ReturnType<typeof fileQueue>;
const send = (queue: Queue, account: string, one = work(), signal?: AbortSignal) => ({
  ...one,
  answer: queue.admit(account, (inTurn) => inTurn(one.run, signal)),
});

describe('the files of an account', () => {
  test('are admitted one at a time: the second is refused, in words and with the seconds to wait', async () => {
    const queue = fileQueue({ atOnce: 2, most: 10 });
    const first = send(queue, 'one');
    await first.begun;
    const second = queue.admit('one', (inTurn) => inTurn(async () => 'never'));
    await expect(second).rejects.toMatchObject({ kind: 'limit', key: 'upload.oneAtATime', details: { seconds: 5 } });
    first.end();
    await expect(first.answer).resolves.toBe('done');
    await expect(queue.admit('one', (inTurn) => inTurn(async () => 'again'))).resolves.toBe('again');
  });

  test('delay no other account: after 25 sent at once by one, another waits for none', async () => {
    const queue = fileQueue({ atOnce: 2, most: 40 });
    const flood = Array.from({ length: 25 }, () => send(queue, 'one'));
    const refused = await Promise.all(flood.slice(1).map(({ answer }) => refusalOf(answer)));
    expect(new Set(refused)).toEqual(new Set(['limit upload.oneAtATime']));
    await expect(queue.admit('other', (inTurn) => inTurn(async () => 'served'))).resolves.toBe('served');
    flood[0]?.end();
    await flood[0]?.answer;
  });
});

test('are followed by a garbage collection when the last one is done, and not before', async () => {
  const queue = fileQueue({ atOnce: 2, most: 10 });
  const collect = vi.fn();
  vi.stubGlobal('gc', collect);
  const [one, other] = [send(queue, 'one'), send(queue, 'other')];
  one.end();
  await one.answer;
  expect(collect).not.toHaveBeenCalled();
  other.fail();
  await other.answer.catch(() => {});
  expect(collect).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});

describe('the queue of all accounts', () => {
  test('limits the files in memory, tells the others their place, and serves them in order', async () => {
    const queue = fileQueue({ atOnce: 1, most: 10 });
    const [a, b, c] = ['a', 'b', 'c'].map((account) => send(queue, account));
    await a?.begun;
    expect(['a', 'b', 'c', 'nobody'].map(queue.ahead)).toEqual([0, 1, 2, 0]);
    a?.end();
    await b?.begun;
    expect(queue.ahead('c')).toBe(1);
    b?.end();
    await c?.begun;
    c?.end();
    expect(await Promise.all([a?.answer, b?.answer, c?.answer])).toEqual(['done', 'done', 'done']);
  });

  test('is bounded: a file beyond the limit is refused before a byte is read', async () => {
    const queue = fileQueue({ atOnce: 1, most: 3 });
    const within = ['a', 'b', 'c'].map((account) => send(queue, account));
    let isRead = false;
    const beyond = queue.admit('d', async () => {
      isRead = true;
    });
    expect(await refusalOf(beyond)).toBe('limit upload.busy');
    expect(isRead).toBe(false);
    for (const one of within) one.end();
    await Promise.all(within.map(({ answer }) => answer));
    await expect(queue.admit('d', (inTurn) => inTurn(async () => 'served'))).resolves.toBe('served');
  });

  test.each([
    ['a reader that dies', (one: ReturnType<typeof work>) => one.fail()],
    ['a file that is done', (one: ReturnType<typeof work>) => one.end()],
  ])('frees the place of %s', async (_what, finish) => {
    const queue = fileQueue({ atOnce: 1, most: 1 });
    const one = send(queue, 'a');
    await one.begun;
    finish(one);
    await one.answer.catch(() => {});
    await expect(queue.admit('a', (inTurn) => inTurn(async () => 'again'))).resolves.toBe('again');
  });

  test('frees the place of a sender who leaves while waiting', async () => {
    const queue = fileQueue({ atOnce: 1, most: 2 });
    const running = send(queue, 'a');
    await running.begun;
    const gone = new AbortController();
    const leaving = send(queue, 'b', work(), gone.signal);
    gone.abort(new Error('left'));
    await expect(leaving.answer).rejects.toThrow('left');
    const next = send(queue, 'b');
    running.end();
    await next.begun;
    next.end();
    await expect(next.answer).resolves.toBe('done');
  });
});
