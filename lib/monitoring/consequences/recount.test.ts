import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import { prepareReport } from '@/lib/monitoring/reports/prepare-report';
import { publishReport } from '@/lib/monitoring/reports/publish-report';
import { checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { person } from '@/lib/testing/returns';
import { toldResults } from '@/lib/testing/told-results';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-12-31T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const other = person('assessmentOffice', { userId: 'office-2' });
const months = 5;
const units = ['A', 'B', 'C'];
const monthOf = (month: number) => `2026-${`${month}`.padStart(2, '0')}`;

/** What may happen: a figure is revised, a month told in a report, a run published, the rules run by hand. */
const happening = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('tell' as const), month: fc.integer({ min: 1, max: months }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('revise' as const),
      unit: fc.constantFrom(...units),
      month: fc.integer({ min: 1, max: months }),
      colour: fc.constantFrom('red', 'red', 'green'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('publish' as const),
      year: fc.integer({ min: 2019, max: 2023 }),
      order: fc.shuffledSubarray(units, { minLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('run' as const) }) },
);

/** The proposals recounted without the product: what was told and published so far, and what was proposed of it. */
class Recount {
  readonly told = new Map<string, string>();
  readonly newest = new Map<string, string>();
  readonly orders = new Map<number, readonly string[]>();
  readonly inRow = new Set<string>();
  readonly inYear = new Set<string>();
  readonly last = new Set<string>();

  private isRed = (unit: string, month: number) => this.told.get(`${unit} ${month}`) === 'red';

  tell(month: number): void {
    for (const unit of units) {
      const colour = this.newest.get(`${unit} ${month}`);
      if (colour) this.told.set(`${unit} ${month}`, colour);
    }
    this.lamps();
  }

  /** Two months in a row, once a streak, wherever in it; three months of the year, once. */
  lamps(): void {
    for (const unit of units) {
      let start = 0;
      for (let month = 1; month <= months + 1; month += 1) {
        if (this.isRed(unit, month)) {
          start ||= month;
          continue;
        }
        const streak = start ? Array.from({ length: month - start }, (_, at) => start + at) : [];
        if (streak.length >= 2 && !streak.some((one) => this.inRow.has(`${unit} ${monthOf(one)}`)))
          this.inRow.add(`${unit} ${monthOf(start + 1)}`);
        start = 0;
      }
      const red = Array.from({ length: months }, (_, at) => at + 1).filter((month) => this.isRed(unit, month));
      if (red.length >= 3) this.inYear.add(`${unit} 2026`);
    }
  }

  /** The last of all in two of the last three published years, the present one among them. */
  runs(): void {
    const published = [...this.orders.keys()].toSorted();
    for (const [at, year] of published.entries()) {
      const unit = this.orders.get(year)?.at(-1);
      const window = published.slice(Math.max(0, at - 2), at + 1);
      if (unit && window.filter((one) => this.orders.get(one)?.at(-1) === unit).length >= 2)
        this.last.add(`${unit} ${year}`);
    }
  }
}

test('reports, runs, revisions and rule runs in any order lose and double no proposal', async () => {
  let proposals = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 40 }), async (happenings) => {
      const place = await toldResults(sql, { units: units.length });
      const { code } = place;
      const rules = {
        inRow: await place.adopt({ kind: 'redInRow', indicator: '', months: 2 }, { suffix: 'a' }),
        inYear: await place.adopt({ kind: 'redInYear', indicator: code, months: 3 }, { suffix: 'b' }),
        last: await place.adopt({ kind: 'lastPlaces', scheme: code, places: 1, times: 2, of: 3 }, { suffix: 'c' }),
      };
      const recount = new Recount();
      const runRules = async () => {
        await perform(proposeConsequences, office, {}, { now, database });
        recount.lamps();
        recount.runs();
      };
      try {
        for (const one of happenings) {
          if (one.act === 'revise') {
            await place.light(`${code}${one.unit}`, monthOf(one.month), one.colour, { isTold: false });
            recount.newest.set(`${one.unit} ${one.month}`, one.colour);
          } else if (one.act === 'tell') {
            const isLit = units.some((unit) => recount.newest.has(`${unit} ${one.month}`));
            if (!isLit) continue;
            const draft = { group: code, month: monthOf(one.month), kind: 'month', note: '' } as const;
            const { id } = await perform(prepareReport, office, draft, { now, database });
            await perform(publishReport, other, { id, version: 1 }, { now, database });
            recount.tell(one.month);
          } else {
            if (one.act === 'publish') {
              await place.publish(
                `${one.year}`,
                Object.fromEntries(one.order.map((u, at) => [`${code}${u}`, { rank: at + 1 }])),
              );
              recount.orders.set(one.year, one.order);
            }
            await runRules();
          }
          for (const kind of ['inRow', 'inYear', 'last'] as const)
            expect(await place.proposed(rules[kind]), `${kind} after ${JSON.stringify(one)}`).toEqual(
              [...recount[kind]].toSorted(),
            );
        }
        const [row] =
          await sql`select count(*)::int as n, bool_and(version = 1 and exists (select from consequence_event e
            where e.consequence_id = c.id and e.step = 1 and e.kind = 'propose' and e.facts ->> 'key' = c.key)) as told
          from consequence c where rule_code like ${`${code}_`}`;
        proposals += row?.n ?? 0;
        expect(row?.told ?? true).toBe(true);
      } finally {
        await place.end();
      }
    }),
    { numRuns: many(200, 20) },
  );
  expect(proposals).toBeGreaterThan(0);
}, 240_000);
