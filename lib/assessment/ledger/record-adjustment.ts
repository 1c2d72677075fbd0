import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod';
import { adjustment, scheme, schemeVersion } from '@/db/schema/assessment';
import { command, type Work } from '@/lib/access/command';
import type { DescribedForm } from '@/lib/access/input-fault';
import { entryFault } from '@/lib/assessment/ledger/entry-fault';
import { Code } from '@/lib/assessment/schemes/atoms/bounds';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { entryKinds } from '@/lib/assessment/words';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { TypedPeriod } from '@/lib/catalogue/periods/typed-period';
import { Refusal } from '@/lib/errors';
import { Day } from '@/lib/reporting/collections/terms';

const line = z.string().trim();
const Entry = z.strictObject({
  schemeCode: Code,
  periodCode: TypedPeriod,
  unitCode: z.string().min(1).max(64),
  kind: z.enum(entryKinds),
  node: z.string().max(40),
  rule: z.string().max(40),
  /** In points of the node; empty only where the kind has no points. */
  points: line
    .regex(/^(\d{1,6}(\.\d{1,4})?)?$/, 'inputPoints' satisfies DescribedForm)
    .refine((text) => Number(text) <= 100_000, 'inputPoints' satisfies DescribedForm),
  article: line.max(200),
  reason: line.min(2).max(1000),
  evidence: line.min(2).max(500),
  incident: line.max(60),
  happenedOn: z.union([z.literal(''), Day]),
  state: z.enum(['provisional', 'proposed']),
});

/**
 * Enters a bonus, a deduction, a veto, a score by hand or 不适用 into the ledger. Refuses an item, block or veto rule that
 * the scheme does not have, missing or superfluous points, and a unit outside its group.
 */
export const recordAdjustment = command({
  name: 'adjustment.record',
  input: Entry,
  async run(work, input) {
    const { tx, principal, now } = work;
    const { kind, node, rule, points } = input;
    const peerGroup = await refuseUnfit(work, input.schemeCode, { kind, node, rule, points });
    await ensurePeriods(tx, [input.periodCode]);
    await refuseOutsider(work, { ...input, peerGroup });
    const id = randomUUID();
    const { unitCode, happenedOn, ...entry } = input;
    const row = {
      ...entry,
      ...{ id, orgUnitCode: unitCode, points: points || '0', happenedOn: happenedOn || null },
      ...{ recordedBy: principal.userId, recordedAt: now, updatedBy: principal.userId, updatedAt: now },
    };
    await tx.insert(adjustment).values(row);
    const { recordedBy: _by, recordedAt: _at, updatedBy: _u, updatedAt: _v, ...after } = row;
    return { result: id, changes: [{ subject: `adjustment/${id}`, before: null, after }] };
  },
});

type Terms = Pick<z.output<typeof Entry>, 'kind' | 'node' | 'rule' | 'points'>;

/** Refuses an entry that fits neither the published version nor the draft. Returns the peer group of the scheme. */
async function refuseUnfit({ tx }: Work, schemeCode: string, terms: Terms): Promise<string> {
  const versions = await tx
    .select({ document: schemeVersion.document, group: scheme.peerGroupCode })
    .from(schemeVersion)
    .innerJoin(scheme, eq(scheme.code, schemeVersion.schemeCode))
    .where(and(eq(schemeVersion.schemeCode, schemeCode), inArray(schemeVersion.state, ['published', 'draft'])))
    .orderBy(sql`${schemeVersion.number} desc`);
  const faults = versions.map(({ document }) => entryFault(Scheme.parse(document), terms));
  const [newest] = versions;
  if (!newest) throw new Refusal('notFound', 'ledger.refused.noScheme', { field: 'schemeCode' });
  const [first] = faults;
  if (first && !faults.includes(null)) {
    throw new Refusal('invalid', `ledger.refused.${first.fault}`, { field: first.field });
  }
  return newest.group;
}

async function refuseOutsider(
  { tx }: Work,
  asked: { unitCode: string; periodCode: string; peerGroup: string },
): Promise<void> {
  const [found] = await tx.execute(sql`
    select from peer_group_member m join period p on p.code = ${asked.periodCode}
    where m.peer_group_code = ${asked.peerGroup} and m.org_unit_code = ${asked.unitCode}
      and m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)`);
  if (!found) throw new Refusal('invalid', 'ledger.refused.notInGroup', { field: 'unitCode' });
}
