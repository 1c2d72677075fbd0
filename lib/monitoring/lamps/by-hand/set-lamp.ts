import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { lamp } from '@/db/schema/lamps';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command, type Work } from '@/lib/access/command';
import { periodCode } from '@/lib/catalogue/periods/period';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { lampSubject } from '@/lib/monitoring/lamps/by-hand/lamp-subject';
import { handColours } from '@/lib/monitoring/lamps/by-hand/words';
import { type HeldRules, rulesInYear } from '@/lib/monitoring/lamps/held-rules';
import { lightTargets } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { heldRules } from '@/lib/monitoring/lamps/lighting/queries';
import { lastDay, monthText } from '@/lib/monitoring/lamps/month-text';
import type { LampColour } from '@/lib/monitoring/lamps/words';
import { TargetPlaceInput, TargetReason, Year } from '@/lib/monitoring/targets/target-input';
import { lockCoverage } from '@/lib/observations/recording/record-figures';

type Last = {
  readonly version: number;
  readonly colour: LampColour | null;
  readonly judged: LampColour | null;
  readonly isByHand: boolean;
};

/**
 * Sets the lamp of an indicator of a unit in a month by hand, with a reason, where the rules that hold cannot judge; `none`
 * takes back what was set. Once the rules can judge, theirs is a further version. Refuses months to come, months without
 * rules, a lamp that the rules judged, and a lamp that is not the one that was shown.
 */
export const setLamp = command({
  name: 'lamp.set',
  input: TargetPlaceInput.extend({
    year: Year,
    month: z.int().min(1).max(12),
    colour: z.enum(handColours),
    reason: TargetReason,
    version: z.int().min(0),
  }),
  async run(work, { unit, indicator, year, month, colour, reason, version }) {
    const { tx, principal, now } = work;
    // A figure that is approved at the same time would light the lamp that is set here.
    await lockCoverage(tx);
    if (monthText({ year, month }) > todayOf({ now }).slice(0, 7))
      throw new Refusal('invalid', 'lamps.refused.future', { field: 'month' });
    const last = await lastVersion(work, { unit, indicator, year, month });
    const subject = lampSubject(year, unit);
    if ((last?.version ?? 0) !== version) throw await movedRefusal(work, subject, 'lamps.refused.movedLamp');
    const isLit = last !== null && last.colour !== null;
    if (isLit && !last.isByHand) throw new Refusal('conflict', 'lamps.refused.judged', { field: 'month' });
    if (colour === 'none' && !isLit) throw new Refusal('invalid', 'lamps.refused.notSet', { field: 'colour' });
    const rules = await rulesFor(work, { unit, indicator, year, month });
    if (!rules) throw new Refusal('invalid', 'lamps.refused.noRules', { field: 'month' });
    const set = colour === 'none' ? null : colour;
    await tx.insert(lamp).values({
      ...{ orgUnitCode: unit, indicatorCode: indicator, year, month, version: version + 1, colour: set, judged: set },
      ...{ ruleSetCode: rules.code, ruleSetNumber: rules.number, redInRow: 0, redInYear: 0, facts: {} },
      ...{ setBy: principal.userId, setReason: reason, madeAt: now },
    });
    // Months in red are counted over all months, and on into the next year.
    await lightTargets(work, year, [{ unit, indicator }]);
    if (month === 12) await lightTargets(work, year + 1, [{ unit, indicator }]);
    const name = `${indicator} ${periodCode('month', year, month)}`;
    const before = isLit ? { [name]: { colour: last.judged } } : null;
    const after = { [name]: { ...(set && { colour: set }), reason } };
    return { result: { unit, indicator, year }, changes: [{ subject, before, after }] };
  },
});

type Month = { readonly unit: string; readonly indicator: string; readonly year: number; readonly month: number };

async function lastVersion({ tx }: Work, { unit, indicator, year, month }: Month): Promise<Last | null> {
  const [last] = await tx.execute<Last>(sql`
    select version, colour, judged, set_by is not null as "isByHand" from lamp
    where org_unit_code = ${unit} and indicator_code = ${indicator} and year = ${year} and month = ${month}
    order by version desc limit 1`);
  return last ?? null;
}

/** The rules that hold in a month for a unit at its end, in the first of its sequences that has some; null for none. */
async function rulesFor({ tx }: Work, { unit, indicator, year, month }: Month): Promise<HeldRules | null> {
  const [known] = await tx.execute(sql`
    select from org_unit u, indicator i where u.code = ${unit} and i.code = ${indicator}`);
  if (!known) throw new Refusal('notFound', 'lamps.refused.noPlace');
  const end = lastDay(monthText({ year, month }));
  const groups = await tx.execute<{ group: string }>(sql`
    select m.peer_group_code as "group" from peer_group_member m join peer_group g on g.code = m.peer_group_code
    where m.org_unit_code = ${unit} and m.valid_from <= ${end}::date
      and (m.valid_to is null or m.valid_to >= ${end}::date)
    order by g.sort_order, g.code`);
  const [target] = await tx.execute(sql`
    select from target where org_unit_code = ${unit} and indicator_code = ${indicator} and year = ${year}`);
  const held = await heldRules(tx);
  const sets = groups.map(({ group }) => rulesInYear(held, { group, indicator, year })[month - 1] ?? null);
  // Rules for every indicator that has a target say nothing of one that has none.
  return sets.find((set) => set !== null && (target !== undefined || set.indicators.length > 0)) ?? null;
}
