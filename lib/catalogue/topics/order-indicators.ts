import { and, asc, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { indicator, topic } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { Code } from '@/lib/reporting/collections/terms';

/**
 * Sets the official order of the indicators of a topic: those that are named come first, in this order; the others follow
 * as they stood. Refuses an indicator of another topic, and a topic that was changed since it was read.
 */
export const orderIndicators = command({
  name: 'topic.orderIndicators',
  input: z.strictObject({ code: Code, version: z.int(), indicators: z.array(Code).min(1).max(5000) }),
  async run(work, { code, version, indicators }) {
    const { tx } = work;
    const [held] = await tx.select().from(topic).where(eq(topic.code, code)).for('update');
    if (!held) throw new Refusal('notFound', 'catalogue.refused.noTopic');
    if (held.version !== version) throw await movedRefusal(work, `topic/${code}`, 'catalogue.refused.moved');
    const own = await tx
      .select({ code: indicator.code, sortOrder: indicator.sortOrder })
      .from(indicator)
      .where(eq(indicator.topicCode, code))
      .orderBy(asc(indicator.sortOrder), asc(indicator.code));
    const present = own.map((one) => one.code);
    const named = [...new Set(indicators)];
    if (named.some((one) => !present.includes(one)))
      throw new Refusal('invalid', 'catalogue.refused.notOfTopic', { field: 'indicators' });
    const wanted = [...named, ...present.filter((one) => !named.includes(one))];
    await tx.execute(sql`
      update indicator i set sort_order = place.at
      from unnest(${sql.param(wanted)}::text[], ${sql.param(placesFor(own))}::int[]) as place (code, at)
      where i.code = place.code and i.sort_order <> place.at`);
    await tx
      .update(topic)
      .set({ version: version + 1 })
      .where(and(eq(topic.code, code), eq(topic.version, version)));
    const [before, after] = [{ indicatorCodes: present }, { indicatorCodes: wanted }];
    return { result: { code, version: version + 1 }, changes: [{ subject: `topic/${code}`, before, after }] };
  },
});

/** The places that indicators hold in the catalogue, so that those of other topics keep theirs; no two alike. */
function placesFor(own: readonly { readonly sortOrder: number }[]): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return own.map(({ sortOrder }) => {
    last = Math.max(sortOrder, last + 1);
    return last;
  });
}
