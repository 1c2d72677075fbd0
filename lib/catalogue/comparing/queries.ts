import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { indicator } from '@/db/schema/catalogue';
import { observation, observationRevision } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { addsUp, perHead } from '@/lib/catalogue/comparing/adds-up';
import { between, otherBase, partsOf as unitsBefore } from '@/lib/catalogue/comparing/comparable-base';
import type { OtherBase, Reorganisation } from '@/lib/catalogue/comparing/words';
import { parsePeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { groupedBy } from '@/lib/grouped-by';
import { observationAt } from '@/lib/observations/queries';

/** A figure whose unit and indicator are compared with an earlier period. */
export type Compared = {
  readonly unit: string;
  readonly indicator: string;
  readonly earlier: string | null;
  readonly later: string;
};
/** `addsUp` of an indicator in SQL, by the name of its relation. */
export const addsUpSql = (of: SQL): SQL => sql`(${of}.measure = 'amount' and ${of}.basis <> 'dailyMean'
  and strpos(${of}.unit_zh, '/') = 0 and ${of}.unit_zh <> all(${sql.param([...perHead])}::text[]))`;

type Moment = { readonly at?: Date | undefined; readonly database?: Database | Tx };

/**
 * The mergers and splits of units, and of the units that became them: for every reader, since without those that one may
 * not read a growth would be over a part alone.
 */
export async function reorganisationsOf(
  units: readonly string[],
  database: Database | Tx = db(),
): Promise<Reorganisation[]> {
  if (units.length === 0) return [];
  const rows = await database.execute<Reorganisation>(sql`
    with recursive touched (unit, predecessor, successor) as (
      select u.unit, s.predecessor_code, s.successor_code from org_unit_succession s
      join unnest(${sql.param([...new Set(units)])}::text[]) u (unit)
        on s.successor_code = u.unit or (s.predecessor_code = u.unit and s.kind = 'split')
      union
      select t.predecessor, s.predecessor_code, s.successor_code from touched t join org_unit_succession s
        on s.successor_code = t.predecessor or (s.predecessor_code = t.predecessor and s.kind = 'split')
      where t.predecessor <> t.unit)
    select t.unit, s.happened_on::text as "happenedOn", s.kind = 'merge' as "isMerged", s.adds_up as "addsUp",
      s.predecessor_code as predecessor,
      (u.valid_from is null or u.valid_from < s.happened_on) as "wasThere"
    from touched t
    join org_unit_succession s on s.predecessor_code = t.predecessor and s.successor_code = t.successor
    join org_unit u on u.code = t.unit
    order by 2, 1, 5`);
  return [...rows];
}

/** The days on which units merged or split, oldest first, by unit; none for most. */
export async function reorganisedOn(units: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const byUnit = groupedBy(await reorganisationsOf(units), ({ unit }) => unit);
  return new Map([...byUnit].map(([unit, all]) => [unit, [...new Set(all.map(({ happenedOn }) => happenedOn))]]));
}

/**
 * What earlier figures of units are replaced by, where units merged or split since (`otherBase`); the answer gives it for
 * each of the comparisons that were asked for. With `at`, of the figures that pages showed at that moment.
 */
export async function otherBases(
  principal: Principal,
  asked: readonly Compared[],
  { at, database = db() }: Moment = {},
): Promise<(one: Compared) => OtherBase | null> {
  const changes = await reorganisationsOf(
    asked.map(({ unit }) => unit),
    database,
  );
  const across = asked.flatMap(({ earlier, ...one }) => {
    if (earlier === null || between(changes, { ...one, earlier }).length === 0) return [];
    const before = unitsBefore(changes, { ...one, earlier })?.codes ?? [];
    return [{ ...one, earlier, before }];
  });
  if (across.length === 0) return () => null;
  const of = (pick: (one: (typeof across)[number]) => string | readonly string[]) => [...new Set(across.flatMap(pick))];
  const wanted = (row: typeof observation | typeof observationRevision) =>
    and(
      sql`${row.indicatorCode} = any(${sql.param(of(({ indicator: code }) => code))}::text[])`,
      sql`${row.periodCode} = any(${sql.param(of(({ earlier }) => earlier))}::text[])`,
      sql`${row.orgUnitCode} = any(${sql.param(of(({ before }) => before))}::text[])`,
      readable(principal, row.orgUnitCode),
    );
  const [figures, indicators] = await Promise.all([
    database
      .select({
        indicator: observation.indicatorCode,
        period: observation.periodCode,
        unit: observation.orgUnitCode,
        value: observation.value,
      })
      .from(at ? observationAt(principal, at, wanted(observationRevision)) : observation)
      .where(and(at ? undefined : wanted(observation), eq(observation.qualifier, 'exact'))),
    database
      .select({ code: indicator.code, measure: indicator.measure, basis: indicator.basis, unitZh: indicator.unitZh })
      .from(indicator)
      .where(
        inArray(
          indicator.code,
          of(({ indicator: code }) => code),
        ),
      ),
  ]);
  const exact = new Map(figures.map((one) => [`${one.indicator}\n${one.period}\n${one.unit}`, one.value]));
  const summing = new Set(indicators.filter(addsUp).map(({ code }) => code));
  return ({ indicator: code, earlier, ...one }) =>
    earlier === null
      ? null
      : otherBase(
          changes,
          { ...one, earlier, sums: summing.has(code) },
          (unit) => exact.get(`${code}\n${earlier}\n${unit}`) ?? null,
        );
}

type Key = { readonly indicatorCode: string; readonly orgUnitCode: string; readonly periodCode: string };

/** What stands in place of the figures of a year before these, where units merged or split since. */
export async function yearBases(
  principal: Principal,
  figures: readonly Key[],
  moment?: Moment,
): Promise<(figure: Key) => OtherBase | null> {
  const otherOf = await otherBases(principal, figures.map(overYear), moment);
  return (figure) => otherOf(overYear(figure));
}

function overYear({ indicatorCode, orgUnitCode, periodCode }: Key): Compared {
  const period = parsePeriod(periodCode);
  return { unit: orgUnitCode, indicator: indicatorCode, earlier: period && yearEarlier(period), later: periodCode };
}
