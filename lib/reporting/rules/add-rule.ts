import { checkRule } from '@/db/schema/reporting';
import type { Work } from '@/lib/access/command';
import type { CheckRule } from '@/lib/reporting/rules/rule';

/** Inserts a row of a rule. */
export async function addRule(work: Work, rule: CheckRule): Promise<void> {
  await work.tx.insert(checkRule).values({ ...rule, createdBy: work.principal.userId, createdAt: work.now });
}
