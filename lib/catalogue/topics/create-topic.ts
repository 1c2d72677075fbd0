import * as z from 'zod';
import { topic } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { proposedCode } from '@/lib/assessment/schemes/propose-code';
import { orderTopics, refuseTopic, TopicFields } from '@/lib/catalogue/topics/order-topics';
import { lockedTopics } from '@/lib/catalogue/topics/queries';

/** Adds a topic, the last below its parent, under a code by the initials of its name. Returns the code. */
export const createTopic = command({
  name: 'topic.create',
  input: z.strictObject(TopicFields),
  async run(work, { nameZh, nameEn, parentCode }) {
    const topics = await lockedTopics(work);
    refuseTopic(topics, null, { nameZh, parentCode });
    const code = proposedCode(
      nameZh,
      topics.map((one) => one.code),
    );
    const row = { code, parentCode: parentCode || null, nameZh, nameEn: nameEn || nameZh };
    const sortOrder = Math.max(0, ...topics.map((one) => one.sortOrder)) + 1;
    await work.tx.insert(topic).values({ ...row, sortOrder });
    await orderTopics(work, [...topics, { ...row, sortOrder, version: 1 }]);
    const { code: _, ...after } = row;
    return { result: code, changes: [{ subject: `topic/${code}`, before: null, after }] };
  },
});
