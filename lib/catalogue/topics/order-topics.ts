import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Work } from '@/lib/access/command';
import { plainName } from '@/lib/catalogue/plain-name';
import { inTreeOrder, withBelow } from '@/lib/catalogue/topics/tree';
import { deepest } from '@/lib/catalogue/topics/words';
import { Refusal } from '@/lib/errors';
import { Code, line } from '@/lib/reporting/collections/terms';

/** What a topic is; its parent is empty for a topmost one. */
export const TopicFields = {
  nameZh: line(2, 40),
  nameEn: line(0, 80),
  parentCode: Code.or(z.literal('')),
};

type Topic = {
  readonly code: string;
  readonly parentCode: string | null;
  readonly nameZh: string;
  readonly sortOrder: number;
};

/** Refuses a name that another topic has, and a parent that is unknown, below the topic itself, or too deep. */
export function refuseTopic(
  topics: readonly Topic[],
  own: string | null,
  { nameZh, parentCode }: { nameZh: string; parentCode: string },
): void {
  const isNamed = topics.some((one) => one.code !== own && plainName(one.nameZh) === plainName(nameZh));
  if (isNamed) throw new Refusal('conflict', 'catalogue.refused.topicNameTaken', { field: 'nameZh' });
  if (parentCode === '') return;
  const field = 'parentCode';
  const isKnown = topics.some(({ code }) => code === parentCode);
  if (!isKnown) throw new Refusal('invalid', 'catalogue.refused.noTopic', { field });
  if (own !== null && withBelow(topics, own).includes(parentCode))
    throw new Refusal('invalid', 'catalogue.refused.topicBelowItself', { field });
  const placed = { code: own ?? '', parentCode, nameZh, sortOrder: 0 };
  const tree = inTreeOrder([...topics.filter(({ code }) => code !== own), placed]);
  if (tree.some(({ depth }) => depth >= deepest))
    throw new Refusal('invalid', 'catalogue.refused.topicTooDeep', { field, deepest });
}

/** Numbers all topics by the order of their tree, in one statement. */
export async function orderTopics(work: Work, topics: readonly Topic[]): Promise<void> {
  const codes = inTreeOrder(topics).map(({ code }) => code);
  await work.tx.execute(sql`
    update topic set sort_order = placed.at::int
    from unnest(${sql.param(codes)}::text[]) with ordinality as placed (code, at)
    where topic.code = placed.code and topic.sort_order <> placed.at`);
}
