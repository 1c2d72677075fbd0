import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import {
  coloursIn,
  lampIndicator,
  lampsIn,
  membersIn,
  placeIn,
  seesLamps,
  type WhichLamps,
} from '@/lib/monitoring/lamps/shown/queries';
import type { LampMonth } from '@/lib/monitoring/lamps/shown/words';
import {
  courseMonths,
  type LampTurns,
  mostTurned,
  type TopicLamps,
  type TopicMonth,
  type Turned,
  type TurnedLamp,
} from '@/lib/monitoring/leading/words';

type Turn = keyof LampTurns['counts'];

/**
 * What is red in a sequence, longest red first: what turned red since the month before and what stayed so; what is red no more,
 * and the lamps of each topic by colour, with its last months.
 */
export async function lampTurns(principal: Principal, group: string, month: LampMonth): Promise<LampTurns> {
  if (!seesLamps(principal)) return { month, ...noTurns, topics: [] };
  const members = membersIn(principal, { ...month, group });
  const months = lastMonths(month);
  const [turned, topics, courses] = await Promise.all([
    turnsBetween(members, { month }, { month: monthBefore(month) }),
    db().execute<TopicLamps>(sql`
      with lit as (select indicator, unit, colour from ${coloursIn(members, month)} colours where colour is not null),
        due as (select t.indicator_code as indicator, t.org_unit_code as unit from target t join ${members} m
          on m.code = t.org_unit_code where t.year = ${month.year})
      select p.code, p.name_zh as "nameZh", p.name_en as "nameEn",
        (count(*) filter (where colour = 'red'))::int as red, (count(*) filter (where colour = 'yellow'))::int as yellow,
        (count(*) filter (where colour = 'green'))::int as green, (count(*) filter (where colour is null))::int as unlit
      from due full join lit using (indicator, unit)
      join indicator i on i.code = indicator join topic p on p.code = i.topic_code
      group by p.code order by p.sort_order, p.code`),
    topicMonths(principal, group, months),
  ]);
  const courseOf = (code: string) =>
    months.map((of) => {
      const found = courses.find((one) => one.code === code && one.year === of.year && one.month === of.month);
      return { ...of, lit: found?.lit ?? 0, notRed: found?.notRed ?? 0 };
    });
  return { month, ...turned, topics: topics.map((topic) => ({ ...topic, course: courseOf(topic.code) })) };
}

/** The lamps of each topic of a sequence in some months, in one statement. */
async function topicMonths(principal: Principal, group: string, months: readonly LampMonth[]) {
  const lamps = months.map(
    (of) => sql`select ${of.year}::int as year, ${of.month}::int as month, indicator, colour
      from ${coloursIn(membersIn(principal, { ...of, group }), of)} colours where colour is not null`,
  );
  return db().execute<TopicMonth & { code: string }>(sql`
    select i.topic_code as code, lit.year, lit.month, count(*)::int as lit,
      (count(*) filter (where colour <> 'red'))::int as "notRed"
    from (${sql.join(lamps, sql` union all `)}) lit join indicator i on i.code = lit.indicator group by 1, 2, 3`);
}

/** The months up to one, the oldest first. */
function lastMonths(month: LampMonth): LampMonth[] {
  const months = [month];
  while (months.length < courseMonths) months.unshift(monthBefore(months[0] ?? month));
  return months;
}

const noTurns = {
  turnedRed: [],
  stillRed: [],
  recovered: [],
  counts: { turnedRed: 0, recovered: 0, stillRed: 0 },
} as const;

/** The lamps of a month, of those that count or as a report tells them. */
export type LampsOfMonth = { readonly month: LampMonth; readonly which?: WhichLamps };

/** What turned red, stayed so, and is red no more, of some members between two months; the first of each are listed. */
export async function turnsBetween(
  members: SQL,
  now: LampsOfMonth,
  before: LampsOfMonth,
  on: Pick<Tx, 'execute'> = db(),
): Promise<Turned> {
  const turned = await on.execute<TurnedLamp & { turn: Turn; total: number }>(sql`
    with turned as materialized (
      select now.unit, now.indicator, was.colour as was, was."gapPoints" as was_gap, turn, (count(*) over (partition by turn))::int as total,
        row_number() over (partition by turn order by "redInYear" desc, unit_at, topic_at, indicator_at, now.indicator)
          as listed_at
      from ${coloursIn(members, now.month, now.which)} now
      left join (select unit, indicator, colour, "gapPoints"
        from ${coloursIn(members, before.month, before.which)} was) was
        using (unit, indicator)
      join (select i.code, ${placeIn(now.which ?? 'counting')} from indicator i join topic p on p.code = i.topic_code) place
        on place.code = now.indicator
      cross join lateral (select case
        when now.colour = 'red' and was.colour = 'red' then 'stillRed'
        when now.colour = 'red' then 'turnedRed'
        when now.colour is not null and was.colour = 'red' then 'recovered' end as turn) turns
      where turn is not null),
    listed as materialized (select * from turned where listed_at <= ${mostTurned})
    select lamps.*, listed.was, listed.was_gap as "wasGap", listed.turn, listed.total,
      json_build_object('code', lamps.unit, 'nameZh', lamps.unit_zh, 'nameEn', lamps.unit_en) as "unitName",
      ${lampIndicator} as "of", i.responsible_zh as "responsibleZh", i.responsible_en as "responsibleEn", i.contact
    from listed
    join ${lampsIn(members, now.month, now.which, sql`(select unit, indicator from listed)`)} lamps using (unit, indicator)
    join indicator i on i.code = lamps.indicator
    order by listed_at`);
  const counts: Record<Turn, number> = { ...noTurns.counts };
  for (const { turn, total } of turned) counts[turn] = total;
  const listed = (turn: Turn) => turned.filter((one) => one.turn === turn);
  return { turnedRed: listed('turnedRed'), stillRed: listed('stillRed'), recovered: listed('recovered'), counts };
}

const monthBefore = ({ year, month }: LampMonth): LampMonth =>
  month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
