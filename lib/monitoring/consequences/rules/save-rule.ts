import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Tx } from '@/db/client';
import { consequenceRule } from '@/db/schema/consequences';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { checkedRule } from '@/lib/monitoring/consequences/rules/checked-rule';
import { lockedRule, toldRule } from '@/lib/monitoring/consequences/rules/queries';
import { RuleInput } from '@/lib/monitoring/consequences/rules/rule-input';
import { firstDay } from '@/lib/monitoring/lamps/month-text';
import { Code } from '@/lib/reporting/collections/terms';

/**
 * Keeps a draft of a rule of consequences: a new rule (no code), a draft that changes, or the next number of one that holds or
 * ended. Refuses what it cannot look at, a version that is not the one that was shown, and a second draft of one rule.
 */
export const saveConsequenceRule = command({
  name: 'consequenceRules.save',
  input: RuleInput.extend({
    code: z.union([z.literal(''), Code]),
    number: z.int().min(0),
    version: z.int().min(0),
  }),
  async run(work, { code, number, version, ...typed }) {
    const { tx, principal, now } = work;
    const { firstMonth, group, ...values } = await checkedRule(work, typed);
    const row = { ...values, peerGroupCode: group, validFrom: firstDay(firstMonth) };
    const edited = { editedBy: principal.userId, editedAt: now };
    if (code === '') {
      const made = await nextCode(tx);
      await tx.insert(consequenceRule).values({ ...row, ...edited, code: made, number: 1 });
      return saved(made, 1, null, row);
    }
    const held = await lockedRule(work, code, number);
    if (held.version !== version)
      throw await movedRefusal(work, `consequenceRules/${code}`, 'consequences.refused.ruleMoved');
    if (held.peerGroupCode !== group)
      throw new Refusal('invalid', 'consequences.refused.otherGroup', { field: 'group' });
    if (held.state === 'draft') {
      await tx
        .update(consequenceRule)
        .set({ ...row, ...edited, version: version + 1 })
        .where(and(eq(consequenceRule.code, code), eq(consequenceRule.number, number)));
      return saved(code, number, toldRule(held), row);
    }
    const next = await nextNumber(work, code);
    await tx.insert(consequenceRule).values({ ...row, ...edited, code, number: next });
    return saved(code, next, toldRule(held), row);
  },
});

type Row = Parameters<typeof toldRule>[0];

function saved(code: string, number: number, before: ReturnType<typeof toldRule> | null, row: Row) {
  const after = { ...toldRule(row), number, state: 'draft' };
  return { result: { code, number }, changes: [{ subject: `consequenceRules/${code}`, before, after }] as const };
}

/** The next code, C1 and on; the table is held until the end, so that no two are the same. */
async function nextCode(tx: Tx): Promise<string> {
  await tx.execute(sql`lock table consequence_rule in share row exclusive mode`);
  const [row] = await tx.execute<{ next: number }>(
    sql`select coalesce(max(substr(code, 2)::int), 0) + 1 as next from consequence_rule where code ~ '^C[0-9]{1,6}$'`,
  );
  return `C${row?.next ?? 1}`;
}

async function nextNumber({ tx }: Work, code: string): Promise<number> {
  await tx.execute(sql`lock table consequence_rule in share row exclusive mode`);
  const [row] = await tx.execute<{ last: number; drafts: number }>(sql`
    select max(number) as last, count(*) filter (where state = 'draft')::int as drafts from consequence_rule where code = ${code}`);
  if (row && row.drafts > 0) throw new Refusal('conflict', 'consequences.refused.otherDraft');
  return (row?.last ?? 0) + 1;
}
