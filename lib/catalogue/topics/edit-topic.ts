import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { topic } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { orderTopics, refuseTopic, TopicFields } from '@/lib/catalogue/topics/order-topics';
import { lockedTopics } from '@/lib/catalogue/topics/queries';
import { inTreeOrder, movedAfter } from '@/lib/catalogue/topics/tree';
import { Refusal } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';

/** Renames a topic at a version, moves it below another, or to another place among its sisters. */
export const editTopic = command({
  name: 'topic.edit',
  input: z.strictObject({
    code: Code,
    version: z.int(),
    ...TopicFields,
    /** The sister after which it stands; empty for the first place, null to leave the order as it is. */
    after: Code.or(z.literal('')).nullable(),
  }),
  async run(work, { code, version, nameZh, nameEn, parentCode, after }) {
    const topics = await lockedTopics(work);
    const held = topics.find((one) => one.code === code);
    if (!held) throw new Refusal('notFound', 'catalogue.refused.noTopic');
    if (held.version !== version) throw await movedRefusal(work, `topic/${code}`, 'catalogue.refused.moved');
    refuseTopic(topics, code, { nameZh, parentCode });
    const row = { nameZh, nameEn: nameEn || nameZh, parentCode: parentCode || null };
    const isMoved = held.parentCode !== row.parentCode;
    const last = Math.max(...topics.map(({ sortOrder }) => sortOrder)) + 1;
    const placed = topics.map((one) =>
      one.code === code ? { ...one, ...row, ...(isMoved && { sortOrder: last }) } : one,
    );
    const sisters = inTreeOrder(placed).filter((one) => one.parentCode === row.parentCode);
    if (after !== null && after !== '' && !sisters.some((one) => one.code === after))
      throw new Refusal('invalid', 'catalogue.refused.noSister', { field: 'after' });
    const order = sisters.map((one) => one.code);
    const wanted = after === null ? order : movedAfter(order, code, after);
    const place = new Map(wanted.map((one, at) => [one, at]));
    await work.tx
      .update(topic)
      .set({ ...row, version: version + 1 })
      .where(and(eq(topic.code, code), eq(topic.version, version)));
    await orderTopics(
      work,
      placed.map((one) => ({ ...one, sortOrder: place.get(one.code) ?? one.sortOrder })),
    );
    const before = {
      nameZh: held.nameZh,
      nameEn: held.nameEn,
      parentCode: held.parentCode,
      place: nth(inTreeOrder(topics), held),
    };
    const now = { ...row, place: (place.get(code) ?? 0) + 1 };
    return { result: { code, version: version + 1 }, changes: [{ subject: `topic/${code}`, before, after: now }] };
  },
});

/** The place of a topic among its sisters, from 1. */
function nth(
  tree: readonly { code: string; parentCode: string | null }[],
  of: { code: string; parentCode: string | null },
) {
  return tree.filter((one) => one.parentCode === of.parentCode).findIndex((one) => one.code === of.code) + 1;
}
