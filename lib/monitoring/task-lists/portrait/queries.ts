import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { inSight as runsInSight } from '@/lib/assessment/queries';
import { standingsOf, unitResult } from '@/lib/assessment/rankings/card/queries';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { consequenceList } from '@/lib/monitoring/consequences/list/queries';
import { followUpList } from '@/lib/monitoring/follow-ups/list/queries';
import { lampIndicator, seesLamps } from '@/lib/monitoring/lamps/shown/queries';
import { yearEnds } from '@/lib/monitoring/progress/queries';
import { inSight } from '@/lib/monitoring/task-lists/queries';
import { type LampNow, mostListed, mostPlaces, type PlaceSoFar, type Portrait, type TargetNow } from './portrait';
import { targetNow } from './target-now';

type Asked = { readonly unit: string; readonly year: number };

/** What is known of a unit in a year: a query a part, of what was stored and published. The caller has looked whether it is in sight. */
export async function portraitOf(
  principal: Principal,
  { unit, year }: Asked,
  { today }: { readonly today: string },
): Promise<Portrait> {
  const narrowed = { page: 1, most: mostListed } as const;
  const [places, lamps, targets, followUps, consequences] = await Promise.all([
    placesSoFar(principal, { unit, year }),
    lampsNow(principal, { unit, year }),
    targetsNow(principal, { unit, year }),
    followUpList(principal, { unit, state: '', due: '', origin: '' }, { ...narrowed, today }),
    consequenceList(principal, { unit, state: 'confirmed', measure: '' }, narrowed),
  ]);
  return {
    ...{ places, lamps, targets, followUps, consequences },
    newest: await newestResult(principal, unit, places),
  };
}

/** The published rankings that a unit is in, of periods that began by the end of a year; the newest first. */
async function placesSoFar(principal: Principal, { unit, year }: Asked): Promise<PlaceSoFar[]> {
  return db().execute<PlaceSoFar>(sql`
    select run.id as run, json_build_object('code', s.code, 'nameZh', s.name_zh, 'nameEn', s.name_en) as scheme,
      run.period_code as "periodCode", score.shown::text, score.rank, score.is_tied as "isTied", run.ranked
    from run_score score join run on run.id = score.run_id join scheme s on s.code = run.scheme_code
      join period p on p.code = run.period_code
    where score.org_unit_code = ${unit} and run.state = 'published' and p.year <= ${year} and ${runsInSight(principal)}
      and ${inSight(principal, sql`score.org_unit_code`)} and ${readable(principal, sql`score.org_unit_code`)}
    order by p.sort_key desc, run.published_at desc limit ${mostPlaces}`);
}

async function newestResult(
  principal: Principal,
  unit: string,
  [place]: readonly PlaceSoFar[],
): Promise<Portrait['newest']> {
  const run = place ? await resultRun(principal, place.run) : null;
  if (!run) return null;
  const [result, standings] = await Promise.all([
    unitResult(principal, run.id, unit),
    standingsOf(principal, run, unit),
  ]);
  return result && { run, result, standings };
}

/** The lamp of each indicator in its newest month of a year that has one, as it counts; those in red first. */
async function lampsNow(principal: Principal, { unit, year }: Asked): Promise<LampNow[]> {
  if (!seesLamps(principal)) return [];
  return db().execute<LampNow>(sql`
    select json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en) as indicator, l.month, l.colour,
      l.red_in_row as "redInRow", l.red_in_year as "redInYear"
    from ${lampsAtLast(year)} l join indicator i on i.code = l.indicator_code
    where l.org_unit_code = ${unit} and ${inSight(principal, sql`l.org_unit_code`)}
      and ${readable(principal, sql`l.org_unit_code`)}
    order by array_position(array['red', 'yellow', 'green'], l.colour), l.red_in_row desc, i.sort_order, i.code`);
}

/** The newest lamp with a colour of each indicator of each unit in a year; of a month the version that counts. */
export const lampsAtLast = (year: number) => sql`(
  select distinct on (c.org_unit_code, c.indicator_code) c.* from (
    select distinct on (org_unit_code, indicator_code, month) * from lamp where year = ${year}
    order by org_unit_code, indicator_code, month, told_at is null, version desc) c
  where c.colour is not null
  order by c.org_unit_code, c.indicator_code, c.month desc)`;

async function targetsNow(principal: Principal, { unit, year }: Asked): Promise<TargetNow[]> {
  const rows = await db().execute<Pick<TargetNow, 'indicator' | 'target'>>(sql`
    select ${lampIndicator} || jsonb_build_object('basis', i.basis) as indicator, t.base::text as target
    from target t join indicator i on i.code = t.indicator_code join topic p on p.code = i.topic_code
    where t.org_unit_code = ${unit} and t.year = ${year} and ${inSight(principal, sql`t.org_unit_code`)}
    order by p.sort_order, i.sort_order, i.code`);
  const indicators = rows.map(({ indicator }) => indicator);
  const ends = await yearEnds(principal, { indicators, units: [unit], years: [year, year - 1] }, db());
  return rows.map((row) => {
    const endsOf = (of: number) => ends(unit, row.indicator.code, of);
    return targetNow(row, { ends: endsOf(year), before: endsOf(year - 1) });
  });
}
