import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { orgUnit, orgUnitSuccession } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { groupsOn, joinGroup, leaveGroups } from '@/lib/catalogue/groups/membership';
import { type Changes, orPropose } from '@/lib/catalogue/proposals/propose';
import { dayBefore, todayOf } from '@/lib/catalogue/today';
import {
  heldUnits,
  keepFormer,
  lockedUnit,
  lockedUnits,
  refuseAbsent,
  type UnitRow,
} from '@/lib/catalogue/units/desk/held-unit';
import { makeUnit } from '@/lib/catalogue/units/desk/make-unit';
import { endUnits } from '@/lib/catalogue/units/desk/retire-unit';
import { Merging, PossibleReason } from '@/lib/catalogue/units/desk/unit-input';
import { Refusal } from '@/lib/errors';
import { settleGroups, settleSuccessions } from '@/lib/observations/derived/settle-figures';
import { Code } from '@/lib/reporting/collections/terms';

/** 合并: several units become one, a new one or one of those there are. Returns the code of the successor, if it holds. */
export const mergeUnits = command({
  name: 'unit.merge',
  input: Merging.omit({ predecessors: true }).extend({
    units: z
      .array(z.strictObject({ code: Code, version: z.int() }))
      .min(1)
      .max(200),
    reason: PossibleReason,
  }),
  async run(work, { units, reason, ...rest }) {
    await heldUnits(work, units);
    const change = { ...rest, predecessors: units.map(({ code }) => code) };
    const subject = `unit/${change.into || (change.predecessors[0] ?? '')}`;
    const reach = { reachesPast: change.from < todayOf(work), subject, reason };
    return orPropose(work, 'unit.merge', change, reach, (inside) => applyMerger(inside, change));
  },
});

/**
 * Merges units: they end, the units that belong to them move to the successor, which takes their places in their sequences
 * where asked. Refuses fewer than two units in all, units that do not exist on the day, real units beside invented ones,
 * and a succession that is known already.
 */
export async function applyMerger(work: Work, asked: Merging): Promise<Changes> {
  const { tx } = work;
  const { from, into, made, addsUp, note } = asked;
  const codes = [...new Set(asked.predecessors)].filter((code) => code !== into);
  if (codes.length < (into === '' ? 2 : 1)) throw new Refusal('invalid', 'unitDesk.refused.tooFew', { field: 'units' });
  const units = await lockedUnits(tx, codes);
  for (const unit of units) refuseAbsent(unit, from);
  const successor = await successorOf(work, asked, units);
  const places = await groupsOn(tx, { units: codes, from });
  const left = await leaveGroups(tx, { units: codes, from });
  if (asked.joins) {
    for (const { group, position } of places) {
      await joinGroup(tx, { units: [successor.code], from, group });
      await takePlace(work, { group, unit: successor.code, position });
    }
  }
  await moveChildren(work, { parents: codes, to: successor.code, from });
  await endUnits(tx, codes, from);
  await addSuccessions(
    work,
    codes.map((predecessorCode) => ({ predecessorCode, successorCode: successor.code, kind: 'merge', addsUp })),
    { from, note },
  );
  await settleGroups(work, [...new Set([...places, ...left].map(({ group }) => group))], from);
  const told = made === null ? {} : { nameZh: successor.nameZh, kind: successor.kind };
  const ends = { validTo: dayBefore(from), successor: successor.code };
  return [
    { subject: `unit/${successor.code}`, before: null, after: { ...told, from, predecessors: codes, addsUp, note } },
    ...units.map(({ code, validTo }) => ({ subject: `unit/${code}`, before: { validTo }, after: ends })),
  ];
}

async function successorOf(work: Work, { into, made, from }: Merging, units: readonly UnitRow[]) {
  const isDemonstration = units.every((unit) => unit.isDemonstration);
  if (into !== '') {
    const held = await lockedUnit(work.tx, into);
    refuseAbsent(held, from);
    if (units.some((unit) => unit.isDemonstration !== held.isDemonstration)) throw mixed();
    await work.tx
      .update(orgUnit)
      .set({ version: sql`${orgUnit.version} + 1` })
      .where(eq(orgUnit.code, into));
    return held;
  }
  if (made === null) throw new Refusal('invalid', 'unitDesk.refused.noSuccessor', { field: 'into' });
  if (!isDemonstration && units.some((unit) => unit.isDemonstration)) throw mixed();
  return makeUnit(work.tx, { ...made, validFrom: from, isDemonstration, after: units.at(-1)?.code ?? '' });
}

const mixed = () => new Refusal('invalid', 'unitDesk.refused.mixed', { field: 'units' });

/** Gives a new member of a group the place of the one that it takes the place of. */
async function takePlace({ tx }: Work, asked: { group: string; unit: string; position: number | null }) {
  await tx.execute(sql`
    update peer_group_member set position = ${asked.position}::int
    where peer_group_code = ${asked.group} and org_unit_code = ${asked.unit} and position is null`);
}

/** Moves the units that belong to `parents` on a day to another parent; the former one is kept. */
async function moveChildren(
  work: Work,
  { parents, to, from }: { parents: readonly string[]; to: string; from: string },
) {
  const { tx } = work;
  const children = await tx
    .select()
    .from(orgUnit)
    .where(
      sql`${orgUnit.parentCode} = any(${sql.param([...parents])}::text[]) and ${orgUnit.code} <> ${to}
        and (${orgUnit.validTo} is null or ${orgUnit.validTo} >= ${from})`,
    );
  for (const child of children) {
    await keepFormer(work, child, from);
    await tx
      .update(orgUnit)
      .set({ parentCode: to, version: sql`${orgUnit.version} + 1` })
      .where(eq(orgUnit.code, child.code));
  }
}

type NewSuccession = Pick<
  typeof orgUnitSuccession.$inferInsert,
  'predecessorCode' | 'successorCode' | 'kind' | 'addsUp'
>;

/** Records who follows whom from a day on. Refuses a pair that is recorded already. */
export async function addSuccessions(
  work: Work,
  pairs: readonly NewSuccession[],
  { from, note }: { from: string; note: string },
): Promise<void> {
  const added = await work.tx
    .insert(orgUnitSuccession)
    .values(pairs.map((pair) => ({ ...pair, happenedOn: from, noteZh: note, noteEn: note })))
    .onConflictDoNothing()
    .returning({ code: orgUnitSuccession.predecessorCode });
  if (added.length < pairs.length) throw new Refusal('invalid', 'unitDesk.refused.knownSuccession', { field: 'units' });
  await settleSuccessions(
    work,
    pairs.flatMap(({ predecessorCode, successorCode }) => [predecessorCode, successorCode]),
    from,
  );
}
