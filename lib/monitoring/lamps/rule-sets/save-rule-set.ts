import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Tx } from '@/db/client';
import { indicator, peerGroup } from '@/db/schema/catalogue';
import { lampRuleSet } from '@/db/schema/lamps';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { firstDay } from '@/lib/monitoring/lamps/month-text';
import { lockedRuleSet, toldRuleSet } from '@/lib/monitoring/lamps/rule-sets/queries';
import { RuleSetInput } from '@/lib/monitoring/lamps/rule-sets/rule-set-input';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { Code } from '@/lib/reporting/collections/terms';

/**
 * Keeps a draft of rules of lamps: a new set (no code), a draft that changes, or the next number of one that holds or ended.
 * Refuses unknown sequences and indicators, a first month of a year that is over, a version that is not the one that was
 * shown, and a second draft of one set.
 */
export const saveRuleSet = command({
  name: 'lampRules.save',
  input: RuleSetInput.extend({
    code: z.union([z.literal(''), Code]),
    number: z.int().min(0),
    version: z.int().min(0),
  }),
  async run(work, { code, number, version, ...typed }) {
    const { tx, principal, now } = work;
    await refuseUnknown(tx, typed);
    if (Number(typed.firstMonth.slice(0, 4)) < yearOf(now))
      throw new Refusal('invalid', 'lamps.refused.past', { field: 'firstMonth' });
    const { firstMonth, group, ...values } = typed;
    const row = { ...values, peerGroupCode: group, validFrom: firstDay(firstMonth) };
    const edited = { editedBy: principal.userId, editedAt: now };
    if (code === '') {
      const made = await nextCode(tx);
      await tx.insert(lampRuleSet).values({ ...row, ...edited, code: made, number: 1 });
      return saved(made, 1, null, row);
    }
    const held = await lockedRuleSet(work, code, number);
    if (held.version !== version) throw await movedRefusal(work, `lampRules/${code}`, 'lamps.refused.moved');
    if (held.peerGroupCode !== group) throw new Refusal('invalid', 'lamps.refused.otherGroup', { field: 'group' });
    if (held.state === 'draft') {
      await tx
        .update(lampRuleSet)
        .set({ ...row, ...edited, version: version + 1 })
        .where(and(eq(lampRuleSet.code, code), eq(lampRuleSet.number, number)));
      return saved(code, number, toldRuleSet(held), row);
    }
    const next = await nextNumber(work, code);
    await tx.insert(lampRuleSet).values({ ...row, ...edited, code, number: next });
    return saved(code, next, toldRuleSet(held), row);
  },
});

type Row = Omit<Parameters<typeof toldRuleSet>[0], 'validTo'>;

function saved(code: string, number: number, before: ReturnType<typeof toldRuleSet> | null, row: Row) {
  const after = { ...toldRuleSet({ ...row, validTo: null }), number, state: 'draft' };
  return { result: { code, number }, changes: [{ subject: `lampRules/${code}`, before, after }] as const };
}

async function refuseUnknown(
  tx: Tx,
  { group, indicators }: { group: string; indicators: readonly string[] },
): Promise<void> {
  const [known] = await tx.select({ code: peerGroup.code }).from(peerGroup).where(eq(peerGroup.code, group));
  if (!known) throw new Refusal('invalid', 'lamps.refused.noGroup', { field: 'group' });
  const wanted = sql`${indicator.code} = any(${sql.param([...indicators])}::text[])`;
  const found = await tx.select({ code: indicator.code }).from(indicator).where(wanted);
  const codes = new Set(found.map(({ code }) => code));
  const unknown = indicators.filter((code) => !codes.has(code));
  if (unknown.length > 0) {
    const details = { field: 'indicators', names: unknown.slice(0, 5).join('、') };
    throw new Refusal('invalid', 'lamps.refused.noIndicator', details);
  }
}

/** The next code, L1 and on; the table is held until the end, so that no two are the same. */
async function nextCode(tx: Tx): Promise<string> {
  await tx.execute(sql`lock table lamp_rule_set in share row exclusive mode`);
  const [row] = await tx.execute<{ next: number }>(
    sql`select coalesce(max(substr(code, 2)::int), 0) + 1 as next from lamp_rule_set where code ~ '^L[0-9]{1,6}$'`,
  );
  return `L${row?.next ?? 1}`;
}

async function nextNumber({ tx }: Work, code: string): Promise<number> {
  await tx.execute(sql`lock table lamp_rule_set in share row exclusive mode`);
  const [row] = await tx.execute<{ last: number; drafts: number }>(sql`
    select max(number) as last, count(*) filter (where state = 'draft')::int as drafts from lamp_rule_set where code = ${code}`);
  if (row && row.drafts > 0) throw new Refusal('conflict', 'lamps.refused.otherDraft');
  return (row?.last ?? 0) + 1;
}
