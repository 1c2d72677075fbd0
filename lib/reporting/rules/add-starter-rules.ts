import { checkRule } from '@/db/schema/reporting';
import type { Work } from '@/lib/access/command';
import { CheckRule } from '@/lib/reporting/rules/rule';
import { starterRules } from '@/lib/reporting/rules/starter-rules';

/** Inserts the starter rules, where there is no rule at all. Returns their number. */
export async function addStarterRules(work: Work): Promise<number> {
  const [held] = await work.tx.select({ code: checkRule.code }).from(checkRule).limit(1);
  if (held) return 0;
  const rows = starterRules.map((rule) => ({
    ...CheckRule.parse(rule),
    createdBy: work.principal.userId,
    createdAt: work.now,
  }));
  await work.tx.insert(checkRule).values(rows).onConflictDoNothing();
  return rows.length;
}
