import { eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, topic } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { inTreeOrder } from '@/lib/catalogue/topics/tree';
import type { TopicRow } from '@/lib/catalogue/topics/words';
import type { Named } from '@/lib/i18n/words';

const columns = {
  code: topic.code,
  parentCode: topic.parentCode,
  nameZh: topic.nameZh,
  nameEn: topic.nameEn,
  sortOrder: topic.sortOrder,
  version: topic.version,
};

/** The topics in the order of their tree, each with the number of its own indicators, for who edits them. */
export async function topicTree(principal: Principal): Promise<TopicRow[]> {
  if (!maySee(principal.role, 'manageIndicators')) return [];
  const rows = await db()
    .select({
      ...columns,
      indicators: sql<number>`(select count(*)::int from indicator i where i.topic_code = topic.code)`,
    })
    .from(topic);
  return inTreeOrder(rows);
}

/** The indicators of a topic in their official order, for who orders them. */
export async function indicatorsOfTopic(principal: Principal, code: string): Promise<Named[]> {
  if (!maySee(principal.role, 'manageIndicators')) return [];
  return db()
    .select({ code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn })
    .from(indicator)
    .where(eq(indicator.topicCode, code))
    .orderBy(indicator.sortOrder, indicator.code);
}

/** All topics, locked until the transaction ends, since their order is one for all of them. */
export async function lockedTopics(work: Work) {
  return work.tx.select(columns).from(topic).for('update');
}

/** How much hangs on a topic: indicators, topics below it, sections of the overview that show it. */
export async function usesOfTopic(work: Work, code: string) {
  const [uses] = await work.tx.execute<{ indicators: number; topics: number; sections: number }>(sql`
    select (select count(*)::int from indicator where topic_code = ${code}) as indicators,
      (select count(*)::int from topic where parent_code = ${code}) as topics,
      (select count(*)::int from place where strpos(settings::text, ${JSON.stringify(code)}) > 0) as sections`);
  return uses ?? { indicators: 0, topics: 0, sections: 0 };
}
