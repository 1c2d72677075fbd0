import { expect, test } from 'vitest';
import { type PlacedTopic, stepped, type TopicStep, topicSteps } from './topic-steps';

const topic = (code: string, parentCode: string | null = null): PlacedTopic => ({
  ...{ code, nameZh: code, nameEn: code, parentCode, version: 1 },
});
const tree = [topic('A'), topic('A1', 'A'), topic('A2', 'A'), topic('B'), topic('C'), topic('D')];
const top = (topics: readonly PlacedTopic[]) => topics.filter((one) => one.parentCode === null).map(({ code }) => code);

test('a step places a topic after a sister, first after none', () => {
  expect(stepped(tree, { code: 'B', step: 'up' })).toMatchObject({ after: '' });
  expect(stepped(tree, { code: 'B', step: 'down' })).toMatchObject({ after: 'C' });
  expect(stepped(tree, { code: 'A2', step: 'up' })).toMatchObject({ after: '' });
  for (const code of ['A', 'A1', 'none']) expect(stepped(tree, { code, step: 'up' })).toBeNull();
});

/** A server that takes a topic at its version only. */
function serverOf(first: readonly PlacedTopic[]) {
  const server = { topics: first, asked: [] as string[] };
  const send = async ({ code, version }: PlacedTopic, after: string) => {
    server.asked.push(`${code} v${version} after ${after || 'none'}`);
    await new Promise((later) => setImmediate(later));
    const held = server.topics.find((one) => one.code === code);
    if (!held || held.version !== version) return null;
    const rest = server.topics.filter((one) => one !== held);
    const at = after === '' ? 0 : rest.findIndex((one) => one.code === after) + 1;
    server.topics = [...rest.slice(0, at), { ...held, version: version + 1 }, ...rest.slice(at)];
    return version + 1;
  };
  return { server, send };
}

test('quick steps of one topic and of several are all taken', async () => {
  const { server, send } = serverOf(tree);
  const { take } = topicSteps(send);
  const steps: TopicStep[] = [
    { code: 'D', step: 'up' },
    { code: 'D', step: 'up' },
    { code: 'A', step: 'down' },
    { code: 'D', step: 'up' },
    { code: 'C', step: 'up' },
  ];
  await Promise.all(steps.map((step) => take(step, tree)));
  expect(top(server.topics)).toEqual(['D', 'A', 'C', 'B']);
  expect(server.asked).toEqual(['D v1 after B', 'D v2 after A', 'A v1 after D', 'C v1 after A']);
});

test('a step after the answer counts from it, though the page does not show it yet', async () => {
  const { server, send } = serverOf(tree);
  const { take } = topicSteps(send);
  await take({ code: 'D', step: 'up' }, tree);
  await take({ code: 'D', step: 'up' }, tree);
  await take({ code: 'D', step: 'up' }, server.topics);
  expect(top(server.topics)).toEqual(['D', 'A', 'B', 'C']);
});

test('a topic that somebody changed is not moved, and the steps behind it are dropped', async () => {
  const { server, send } = serverOf(tree.map((one) => (one.code === 'D' ? { ...one, version: 5 } : one)));
  const { take } = topicSteps(send);
  await Promise.all([take({ code: 'D', step: 'up' }, tree), take({ code: 'C', step: 'up' }, tree)]);
  expect(server.asked).toEqual(['D v1 after B']);
});
