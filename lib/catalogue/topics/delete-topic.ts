import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { topic } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { lockedTopics, usesOfTopic } from '@/lib/catalogue/topics/queries';
import { Refusal } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';

/** Deletes a topic that has nothing in it and that no section of the overview shows. */
export const deleteTopic = command({
  name: 'topic.delete',
  input: z.strictObject({ code: Code, version: z.int() }),
  async run(work, { code, version }) {
    const held = (await lockedTopics(work)).find((one) => one.code === code);
    if (!held) throw new Refusal('notFound', 'catalogue.refused.noTopic');
    if (held.version !== version) throw await movedRefusal(work, `topic/${code}`, 'catalogue.refused.moved');
    const uses = await usesOfTopic(work, code);
    if (uses.indicators + uses.topics + uses.sections > 0)
      throw new Refusal('conflict', 'catalogue.refused.topicUsed', { ...uses });
    await work.tx.delete(topic).where(eq(topic.code, code));
    const { nameZh, nameEn, parentCode } = held;
    return {
      result: code,
      changes: [{ subject: `topic/${code}`, before: { nameZh, nameEn, parentCode }, after: null }],
    };
  },
});
