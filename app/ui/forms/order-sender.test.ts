import { expect, test } from 'vitest';
import { movedOrder } from './moved-order';
import { orderSender } from './order-sender';

/** A server that takes an order at its version only, and answers when it is let go on. */
class Server {
  order = [...'ABCDE'];
  version = 1;
  asked: string[] = [];
  #waiting: (() => void)[] = [];

  send = async (order: readonly string[], version: number): Promise<number | null> => {
    this.asked.push(`${order.join('')} at ${version}`);
    await new Promise<void>((go) => this.#waiting.push(go));
    if (version !== this.version) return null;
    this.order = [...order];
    this.version += 1;
    return this.version;
  };

  answer(): void {
    this.#waiting.shift()?.();
  }
}

/** Clicks in a row, faster than the server answers, and lets it answer until all is done. */
async function clicked(server: Server, moves: readonly string[], meanwhile?: () => void): Promise<string> {
  const sender = orderSender(server.version, server.send);
  let shown = server.order;
  let done = Promise.resolve();
  for (const move of moves) {
    shown = movedOrder(shown, move);
    done = sender.pass(shown);
  }
  meanwhile?.();
  while (sender.isBusy()) {
    server.answer();
    await new Promise((later) => setImmediate(later));
  }
  await done;
  return shown.join('');
}

test('quick clicks are all kept, and none meets another', async () => {
  const server = new Server();
  const shown = await clicked(server, ['up E', 'up E', 'up E', 'down A', 'up D']);
  expect(server.order.join('')).toBe(shown);
  expect(server.asked).toEqual(['ABCED at 1', `${shown} at 2`]);
});

test('what another person changed meanwhile is not overwritten, and no later click tries to', async () => {
  const server = new Server();
  await clicked(server, ['up E', 'up E', 'up E'], () => {
    server.order = [...'EDCBA'];
    server.version = 7;
  });
  expect(server.order.join('')).toBe('EDCBA');
  expect(server.asked).toEqual(['ABCED at 1']);
});

test('a click after the answer goes out at the version that it told', async () => {
  const server = new Server();
  const sender = orderSender(1, server.send);
  for (const order of ['BACDE', 'BCADE']) {
    const done = sender.pass([...order]);
    server.answer();
    await done;
  }
  expect([server.order.join(''), server.version, sender.version()]).toEqual(['BCADE', 3, 3]);
});
