import { movedOrder } from '@/app/ui/forms/moved-order';
import type { TopicRow } from '@/lib/catalogue/topics/words';

export type PlacedTopic = Pick<TopicRow, 'code' | 'nameZh' | 'nameEn' | 'parentCode' | 'version'>;
/** One step of a topic among its sisters. */
export type TopicStep = { readonly code: string; readonly step: 'up' | 'down' };

/** The topics with one of them a step further among its sisters; null where there is no place to move to. */
export function stepped<Topic extends PlacedTopic>(topics: readonly Topic[], { code, step }: TopicStep) {
  const own = topics.find((one) => one.code === code);
  const sisters = topics.filter((one) => own && one.parentCode === own.parentCode);
  const order = sisters.map((one) => one.code);
  const moved = movedOrder(order, `${step} ${code}`);
  if (!own || moved.join() === order.join()) return null;
  const queue = moved.flatMap((one) => sisters.find((sister) => sister.code === one) ?? []);
  const placed = topics.map((one) => (one.parentCode === own.parentCode ? (queue.shift() ?? one) : one));
  return { own, after: moved[moved.indexOf(code) - 1] ?? '', placed };
}

/**
 * Takes steps one at a time, each from where the answers before it left the topics. `send` resolves to the topic's new
 * version, or to null where the step was refused; then those that wait are dropped.
 */
export function topicSteps(send: (topic: PlacedTopic, after: string) => Promise<number | null>) {
  let waiting: TopicStep[] = [];
  let running: Promise<void> | null = null;
  /** The topics as the last answers left them, until the page shows them so. */
  let known: readonly PlacedTopic[] = [];
  const drain = async (shown: readonly PlacedTopic[]) => {
    const versions = new Map(shown.map(({ code, version }) => [code, version]));
    if (!known.some(({ code, version }) => version > (versions.get(code) ?? version))) known = shown;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const done = stepped(known, next);
      if (!done) continue;
      const version = await send(done.own, done.after);
      if (version === null) waiting = [];
      known = version === null ? [] : done.placed.map((one) => (one === done.own ? { ...one, version } : one));
    }
  };
  return {
    /** Takes a step from the topics as the page shows them. Resolves when all steps are answered. */
    take(step: TopicStep, shown: readonly PlacedTopic[]): Promise<void> {
      waiting.push(step);
      running ??= drain(shown).finally(() => {
        running = null;
      });
      return running;
    },
    isBusy: (): boolean => running !== null,
    settled: (): Promise<void> => running ?? Promise.resolve(),
  };
}
