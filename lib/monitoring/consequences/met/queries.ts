import { type SQL, sql } from 'drizzle-orm';
import type { HeldRule, RuleCondition } from '@/lib/monitoring/consequences/rules/words';
import { unitStates } from '@/lib/monitoring/follow-ups/words';

type Of<Kind extends RuleCondition['kind']> = HeldRule & {
  readonly condition: Extract<RuleCondition, { kind: Kind }>;
};

/**
 * The relation of what meets a rule in what was told and published: `unit`, `key`, `met`, `share`, `basis`, and from `first` to
 * `last` the keys of the same streak. `today` counts for follow-ups alone. What meets it in one statement needs no more.
 */
export function metBy(rule: HeldRule, today: string): SQL {
  const { condition } = rule;
  switch (condition.kind) {
    case 'redInRow':
    case 'redInYear':
      return redMonths({ ...rule, condition });
    case 'lastPlaces':
    case 'grades':
      return runResults({ ...rule, condition });
    case 'overdue':
      return lateFollowUps({ ...rule, condition }, today);
  }
}

const isMember = (group: string, unit: SQL, day: SQL) => sql`exists (select from peer_group_member m
  where m.peer_group_code = ${group} and m.org_unit_code = ${unit} and m.valid_from <= ${day}
    and (m.valid_to is null or m.valid_to >= ${day}))`;

const holdsOn = ({ from, until }: HeldRule, day: SQL) =>
  sql`(${day} >= ${from}::date and ${until === null ? sql`true` : sql`${day} < ${until}::date`})`;

/**
 * Red lamps in their newest told version, in a row or within a year. A streak meets its rule in the first month of the rule in
 * which it is long enough, once, however long it goes on; a month that was not told breaks it.
 */
function redMonths(rule: Of<'redInRow' | 'redInYear'>): SQL {
  const { kind, indicator, months } = rule.condition;
  const isRow = kind === 'redInRow';
  const month = (at: SQL) => sql`to_char(make_date(${at} / 12, ${at} % 12 + 1, 1), 'YYYY-MM')`;
  const lastDay = sql`(make_date(at / 12, at % 12 + 1, 1) + interval '1 month' - interval '1 day')::date`;
  return sql`(
    with red as (
      select l.org_unit_code as unit, l.indicator_code as indicator, l.version, l.year * 12 + l.month - 1 as at
      from lamp l
      where l.colour = 'red' and l.told_at is not null and (${indicator} = '' or l.indicator_code = ${indicator})
        and exists (select from peer_group_member m
          where m.peer_group_code = ${rule.group} and m.org_unit_code = l.org_unit_code)
        and not exists (select from lamp x where x.org_unit_code = l.org_unit_code
          and x.indicator_code = l.indicator_code and x.year = l.year and x.month = l.month and x.version > l.version
          and x.told_at is not null)
    ), streaks as (
      select *, ${isRow ? sql`at - row_number() over (partition by unit, indicator order by at)` : sql`at / 12`} as streak
      from red
    ), counted as (
      select unit, indicator, streak, at, row_number() over so_far as nth, array_agg(at) over so_far as months,
        array_agg(version) over so_far as versions, min(at) over whole as starts, max(at) over whole as ends
      from streaks
      window whole as (partition by unit, indicator, streak), so_far as (partition by unit, indicator, streak order by at)
    ), met as (
      select distinct on (unit, indicator, streak) * from counted
      where nth >= ${months}::int and ${holdsOn(rule, lastDay)} and ${isMember(rule.group, sql`unit`, lastDay)}
      order by unit, indicator, streak, at
    )
    select unit, indicator || ':' || ${isRow ? month(sql`at`) : sql`at / 12`} as key, ${month(sql`at`)} as met,
      null::numeric as share, indicator || ':' || ${isRow ? month(sql`starts`) : sql`at / 12`} as first,
      indicator || ':' || ${isRow ? month(sql`ends`) : sql`at / 12`} as last,
      jsonb_build_object('kind', 'lamps', 'indicator', indicator, 'months', (
        select jsonb_agg(jsonb_build_object('year', m / 12, 'month', m % 12 + 1, 'version', v) order by m)
        from unnest(months, versions) told (m, v))) as basis
    from met)`;
}

/**
 * Results in the newest published runs of a scheme, a run for each period: last places, or grades. The run that meets the rule
 * is itself one of those that count; periods of another kind are not compared with it. Of equal last places all count, but who is first, alone or
 * with all others, is never last.
 */
function runResults(rule: Of<'lastPlaces' | 'grades'>): SQL {
  const { condition, shares } = rule;
  const counts =
    condition.kind === 'lastPlaces'
      ? sql`from_last <= ${condition.places}::int and from_first > 1`
      : sql`grade = any(${sql.param([...condition.grades])}::text[])`;
  const share = shares
    ? sql`least(${shares.base}::numeric + coalesce((${JSON.stringify(shares.byGrade)}::jsonb ->> h.grade)::numeric, 0),
        ${shares.cap}::numeric)`
    : sql`null::numeric`;
  return sql`(
    with runs as (
      select r.id, r.period_code as period, r.ranked, p.kind, p.ends_on, p.sort_key,
        row_number() over (partition by p.kind order by p.sort_key) as nth
      from run r join period p on p.code = r.period_code
      where r.scheme_code = ${condition.scheme} and r.state = 'published' and p.ends_on is not null
    ), placed as (
      select runs.*, s.org_unit_code as unit, s.rank, s.grade,
        rank() over (partition by runs.id order by s.rank) as from_first,
        rank() over (partition by runs.id order by s.rank desc) as from_last
      from runs join run_score s on s.run_id = runs.id where s.rank is not null and not s.is_apart
    ), hits as (select * from placed where ${counts})
    select h.unit, h.period as key, h.period as met, ${share} as share, h.period as first, h.period as last,
      jsonb_build_object('kind', 'runs', 'scheme', ${condition.scheme}::text, 'runs', jsonb_agg(jsonb_build_object('run', w.id,
        'period', w.period, 'place', w.rank, 'of', w.ranked, 'grade', w.grade) order by w.nth)) as basis
    from hits h join hits w on w.unit = h.unit and w.kind = h.kind and w.nth > h.nth - ${condition.of}::int and w.nth <= h.nth
    where ${holdsOn(rule, sql`h.ends_on`)}
    group by h.unit, h.period, h.grade having count(*) >= ${condition.times}::int)`;
}

/** Follow-ups that are late by so many days or more, each once for its unit. */
function lateFollowUps(rule: Of<'overdue'>, today: string): SQL {
  const day = sql`${today}::date`;
  return sql`(
    select f.org_unit_code as unit, f.id as key, ${today}::text as met, null::numeric as share, f.id as first, f.id as last,
      jsonb_build_object('kind', 'followUp', 'followUp', f.id, 'dueOn', f.due_on::text, 'days', ${day} - f.due_on) as basis
    from follow_up f
    where f.state = any(${sql.param([...unitStates])}::text[]) and ${day} - f.due_on >= ${rule.condition.days}::int
      and ${holdsOn(rule, day)} and ${isMember(rule.group, sql`f.org_unit_code`, day)})`;
}
