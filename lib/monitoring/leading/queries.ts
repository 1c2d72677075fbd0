import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { lampIndicator, lampsIn, membersIn, seesLamps } from '@/lib/monitoring/lamps/shown/queries';
import type { LampMonth } from '@/lib/monitoring/lamps/shown/words';
import {
  type LampTurns,
  mostTurned,
  type TopicLamps,
  type Turned,
  type TurnedLamp,
} from '@/lib/monitoring/leading/words';

type Turn = keyof LampTurns['counts'];

/**
 * What moved in a sequence since the month before: the lamps that turned red, longest red first, those that are red no more,
 * and the lamps of each topic by colour.
 */
export async function lampTurns(principal: Principal, group: string, month: LampMonth): Promise<LampTurns> {
  if (!seesLamps(principal)) return { month, ...noTurns, topics: [] };
  const members = membersIn(principal, { ...month, group });
  const [now, before] = [lampsIn(members, month), lampsIn(members, monthBefore(month))];
  const [turned, topics] = await Promise.all([
    turnsBetween(now, before),
    db().execute<TopicLamps>(sql`
      with lit as (select indicator, unit, colour from ${now} lamps where colour is not null),
        due as (select t.indicator_code as indicator, t.org_unit_code as unit from target t join ${members} m
          on m.code = t.org_unit_code where t.year = ${month.year})
      select p.code, p.name_zh as "nameZh", p.name_en as "nameEn",
        (count(*) filter (where colour = 'red'))::int as red, (count(*) filter (where colour = 'yellow'))::int as yellow,
        (count(*) filter (where colour = 'green'))::int as green, (count(*) filter (where colour is null))::int as unlit
      from due full join lit using (indicator, unit)
      join indicator i on i.code = indicator join topic p on p.code = i.topic_code
      group by p.code order by p.sort_order, p.code`),
  ]);
  return { month, ...turned, topics };
}

const noTurns = { turnedRed: [], recovered: [], counts: { turnedRed: 0, recovered: 0, stillRed: 0 } } as const;

/** What turned red, and what is red no more, between two sets of lamps as `lampsIn` gives them; the first of each are listed. */
export async function turnsBetween(now: SQL, before: SQL): Promise<Turned> {
  const turned = await db().execute<TurnedLamp & { turn: Turn; total: number }>(sql`
      select * from (
        select lamps.*, was.colour as was,
          json_build_object('code', lamps.unit, 'nameZh', lamps.unit_zh, 'nameEn', lamps.unit_en) as "unitName",
          ${lampIndicator} as "of",
          i.responsible_zh as "responsibleZh", i.responsible_en as "responsibleEn", turn,
          (count(*) over (partition by turn))::int as total,
          row_number() over (partition by turn order by "redInYear" desc, unit_at, topic_at, indicator_at, i.code) as listed_at
        from ${now} lamps
        left join (select unit, indicator, colour from ${before} lamps) was using (unit, indicator)
        join indicator i on i.code = lamps.indicator
        cross join lateral (select case
          when lamps.colour = 'red' and was.colour = 'red' then 'stillRed'
          when lamps.colour = 'red' then 'turnedRed'
          when lamps.colour is not null and was.colour = 'red' then 'recovered' end as turn) turns
        where turn is not null) lamps
      where listed_at <= ${mostTurned}
      order by listed_at`);
  const counts: Record<Turn, number> = { ...noTurns.counts };
  for (const { turn, total } of turned) counts[turn] = total;
  const listed = (turn: Turn) => turned.filter((one) => one.turn === turn);
  return { turnedRed: listed('turnedRed'), recovered: listed('recovered'), counts };
}

const monthBefore = ({ year, month }: LampMonth): LampMonth =>
  month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
