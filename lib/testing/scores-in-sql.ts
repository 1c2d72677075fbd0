/**
 * Totals and ranks of many schemes in one statement, written from the definitions of the methods and independent of the
 * engine: windows, aggregates and case expressions over rows. `$1` is the list of cases.
 */
const levels = [2, 1, 0] as const;

const items = `
with cases as (select ordinality::int as c, value as d from jsonb_array_elements($1::jsonb) with ordinality),
policy as (
  select c, r.* from cases, jsonb_to_record(d->'policies') as r(
    missing text, "allEqual" text, denominator text, "oneUnit" text, ties text, "rankOn" text, decimals int,
    "deadlinePassed" boolean)),
unit as (select c, r.* from cases, jsonb_to_recordset(d->'units') as r(u text, apart boolean)),
block as (
  select c, r.* from cases, jsonb_to_recordset(d->'blocks') as r(
    k text, parent text, depth int, weight float8, "full" float8, agg text, renorm boolean)),
item as (
  select c, r.*, coalesce(nullif(r.missing, ''), policy.missing) as rule,
    (r.p->>'low')::float8 as p_low, (r.p->>'high')::float8 as p_high, (r.p->>'base')::float8 as base,
    (r.p->>'floor')::float8 as floor_at, (r.p->>'cap')::float8 as cap_at, (r.p->>'given')::float8 as given,
    (r.p->>'below')::text as below, r.p->>'formula' as formula
  from cases join policy using (c), jsonb_to_recordset(d->'items') as r(
    k text, parent text, weight float8, dir int, method text, transform text, missing text, p jsonb, bands jsonb)),
figure as (
  select c, r.* from cases, jsonb_to_recordset(d->'figures') as r(
    k text, u text, x float8, other float8, prev float8, target float8)),
looked as (
  select f.c, f.k, f.u, f.target, unit.apart, i.rule, policy."deadlinePassed" as closed,
    case i.transform
      when 'none' then f.x
      when 'log' then case when f.x > 0 then ln(f.x) end
      when 'ratio' then case when f.other > 0 then f.x / f.other * 100 end
      when 'growth' then case when f.prev > 0 then (f.x / f.prev - 1) * 100 end
      when 'change' then f.x - f.prev
      when 'toTarget' then (f.x - f.target) / f.target * 100
    end as current_value,
    case when i.rule = 'carryLast' and policy."deadlinePassed" then
      case i.transform when 'none' then f.prev when 'log' then case when f.prev > 0 then ln(f.prev) end end
    end as carried,
    policy.denominator = 'zero' and f.x is not null
      and coalesce(case i.transform when 'ratio' then f.other <= 0 when 'growth' then f.prev <= 0 end, false) as zeroed
  from figure f join item i using (c, k) join unit using (c, u) join policy using (c)),
seen as (select *, case when not zeroed then coalesce(current_value, carried) end as v from looked),
excluded as (select distinct c, u from seen where closed and rule = 'excludeUnit' and v is null and not zeroed),
known as (
  select seen.*, v is not null and not apart and excluded.u is null as is_peer
  from seen left join excluded using (c, u)),
peers as (
  select k.c, k.k, count(*) as n, min(k.v) as least, max(k.v) as most, avg(k.v) as mean,
    percentile_cont(0.5) within group (order by k.v) as median,
    stddev_pop(k.v) as of_group, stddev_samp(k.v) as of_sample,
    percentile_cont(case when i.p->>'bounds' = 'percentiles'
      then case when i.dir > 0 then i.p_low else 100 - i.p_low end / 100 else 0 end) within group (order by k.v) as low_at,
    percentile_cont(case when i.p->>'bounds' = 'percentiles'
      then case when i.dir > 0 then i.p_high else 100 - i.p_high end / 100 else 0 end) within group (order by k.v) as high_at,
    max(greatest(i.p_low - k.v, k.v - i.p_high, 0)) as farthest
  from known k join item i using (c, k) where k.is_peer group by k.c, k.k, i.p, i.dir, i.p_low, i.p_high),
climbing as (select k.*, i.dir * k.v as height from known k join item i using (c, k)
  where i.method = 'rankLadder' and k.v is not null),
placed as (
  select c, k, u,
    1 + count(*) filter (where is_peer) over (partition by c, k order by height desc
      range between unbounded preceding and 1e-9::float8 preceding) as place,
    greatest(1, count(*) filter (where is_peer) over (partition by c, k order by height desc
      range between 1e-9::float8 preceding and 1e-9::float8 following)) as sharing,
    (select count(distinct round(other.height::numeric, 9)) from climbing other where other.c = climbing.c and other.k = climbing.k
      and other.is_peer and other.height > climbing.height + 1e-9) as better_heights
  from climbing),
based as (
  select k.*, i.method, i.p, i.dir, i.base, i.floor_at, i.cap_at, i.given, i.below, i.formula, i.weight, i.bands,
    i.p_low, i.p_high, coalesce(s.n, 0) as n, s.least, s.most, s.mean, s.median, s.farthest,
    case i.p->>'deviation' when 'sample' then s.of_sample else s.of_group end as deviation,
    case i.p->>'bounds' when 'given' then i.p_low when 'percentiles' then s.low_at
      else case when i.dir > 0 then s.least else s.most end end as low,
    case i.p->>'bounds' when 'given' then i.p_high when 'percentiles' then s.high_at
      else case when i.dir > 0 then s.most else s.least end end as high,
    coalesce(i.given, k.target) as aim, coalesce(i.given, s.mean) as reference,
    case
      when i.method in ('efficacy', 'exponentialEfficacy', 'minMax') then i.p->>'bounds' <> 'given'
      when i.method in ('zScore', 'ratioToBest', 'ratioToMedian', 'rankLadder') then true
      when i.method = 'ratioToReference' then i.given is null
      when i.method = 'range' then (i.p->>'peers')::boolean
      else false end as needs_peers
  from known k join item i using (c, k) left join peers s on s.c = k.c and s.k = k.k),
plain as (
  select b.c, b.k, b.u, b.v, b.zeroed, b.rule, b.closed, b.needs_peers and b.n <= 1 as is_alone,
    case b.method
      when 'completion' then least(greatest(case b.formula
        when 'allOrNothing' then case when b.dir * (b.aim - b.v) <= 1e-12 * greatest(abs(b.v), abs(b.aim)) then 100 else 0 end
        when 'start' then 80 + b.dir * (b.v - b.aim) * 7.5
        when 'linear' then case when b.dir > 0 then b.v / b.aim else 2 - b.v / b.aim end * 100
        else case when b.dir > 0 then b.v / b.aim when b.v > 0 then b.aim / b.v else 'Infinity' end * 100 end,
        b.floor_at), b.cap_at)
      when 'efficacy' then case when abs(b.low - b.high) <= 1e-12 * greatest(1, abs(b.low), abs(b.high))
        then case policy."allEqual" when 'full' then 100 when 'base' then b.base else 0 end
        else least(greatest(b.base + (100 - b.base) * (b.v - b.low) / (b.high - b.low), b.base), 100) end
      when 'exponentialEfficacy' then case when abs(b.low - b.high) <= 1e-12 * greatest(1, abs(b.low), abs(b.high))
        then case policy."allEqual" when 'full' then 100 when 'base' then b.base else 0 end
        else least(greatest(b.base * power(100 / b.base, least(greatest((b.v - b.low) / (b.high - b.low), -50), 50)),
          b.base), 100) end
      when 'minMax' then case when abs(b.low - b.high) <= 1e-12 * greatest(1, abs(b.low), abs(b.high))
        then case policy."allEqual" when 'full' then (b.p->>'to')::float8 when 'base' then (b.p->>'from')::float8
          else 0 end
        else (b.p->>'from')::float8 + ((b.p->>'to')::float8 - (b.p->>'from')::float8) *
          case when (b.p->>'clamp')::boolean then least(greatest((b.v - b.low) / (b.high - b.low), 0), 1)
            else (b.v - b.low) / (b.high - b.low) end end
      when 'zScore' then case when b.most - b.least <= 1e-12 * greatest(1, abs(b.least), abs(b.most))
        then case policy."allEqual" when 'full' then 100 when 'base' then 60 else 0 end
        else least(greatest(60 + (b.p->>'spread')::float8 * b.dir * (b.v - b.mean) / b.deviation, b.floor_at), b.cap_at)
        end
      when 'ratioToBest' then least(case when b.dir > 0 then b.v / b.most else b.least / b.v end * 100, 100)
      when 'ratioToReference' then least(greatest(case b.formula
        when 'difference' then 100 + b.dir * (b.v - b.reference) * 4
        else case when b.dir > 0 then b.v / b.reference else b.reference / b.v end * 100 end, b.floor_at), b.cap_at)
      when 'ratioToMedian' then least(greatest(case when b.dir > 0 then b.v / b.median else b.median / b.v end * 100,
        b.floor_at), b.cap_at)
      when 'rankLadder' then greatest(0, 100 - (case b.p->>'ties' when 'best' then placed.place - 1 when 'dense' then placed.better_heights
          when 'worst' then placed.place + placed.sharing - 2 else placed.place - 1 + (placed.sharing - 1) / 2.0 end)
        * (b.p->>'step')::float8 * case b.p->>'stepIn' when 'percent' then 1 else 100 / b.weight end)
      when 'range' then case when b.v between b.p_low and b.p_high then 100
        when coalesce(case when b.v < b.p_low then (b.p->>'below')::float8 else (b.p->>'above')::float8 end, b.farthest) > 0
        then greatest(0, 100 - greatest(b.p_low - b.v, b.v - b.p_high) /
          coalesce(case when b.v < b.p_low then (b.p->>'below')::float8 else (b.p->>'above')::float8 end, b.farthest) * 100)
        else 0 end
      when 'banded' then coalesce(table_of.share, b.below::float8)
      when 'tieredEfficacy' then coalesce(table_of.share * 100,
        case b.below when 'zero' then 0 else (b.bands->0->>'s')::float8 * 100 end)
    end as share
  from based b join policy using (c) left join placed on placed.c = b.c and placed.k = b.k and placed.u = b.u
  left join lateral (
    select s + case when b.method = 'tieredEfficacy' or (b.p->>'interpolate')::boolean
        then coalesce((b.v - v) / (next_v - v) * (next_s - s), 0) else 0 end as share
    from (select (e->>'v')::float8 as v, (e->>'s')::float8 as s, lead((e->>'v')::float8) over w as next_v,
        lead((e->>'s')::float8) over w as next_s
      from jsonb_array_elements(b.bands) e window w as (order by (e->>'v')::float8)) steps
    where v - b.v <= 1e-12 * greatest(abs(v), abs(b.v)) order by v desc limit 1) table_of on true),
scored as (
  select plain.c, plain.k, u,
    case when zeroed then 0
      when v is not null and is_alone then case policy."oneUnit" when 'full' then 100 end
      when v is not null then share
      when not closed then null when rule in ('zero', 'carryLast') then 0 end as share,
    v is null and not zeroed and (not closed or rule = 'pending') as pending,
    v is null and not zeroed and closed and rule <> 'pending' as lacks
  from plain join policy using (c))`;

/** The blocks of a level from their parts: items, and the blocks of the level below. */
const level = (depth: (typeof levels)[number]) => `
part_${depth} as (
  select scored.c, u, i.parent as k, i.weight, share, pending, lacks from scored join item i using (c, k)
  join block b on b.c = scored.c and b.k = i.parent and b.depth = ${depth}
  ${depth < 2 ? `union all select l.c, u, b.parent, b.weight, share, pending, lacks from level_${depth + 1} l join block b using (c, k)` : ''}),
level_${depth} as (
  select p.c, p.u, p.k, bool_or(pending) as pending, bool_or(lacks) as lacks,
    case when count(share) = 0 and (b.renorm or not bool_or(lacks and not pending)) then null
      when b.agg = 'sum' then coalesce(sum(p.weight * share), 0) *
        sum(p.weight) / sum(p.weight) filter (where share is not null or not (pending or b.renorm)) / b."full"
      when b.agg = 'arithmetic' then coalesce(sum(p.weight * share), 0) /
        sum(p.weight) filter (where share is not null or not (pending or b.renorm))
      when bool_or(coalesce(share, 0) <= 1e-9) filter (where share is not null or not (pending or b.renorm)) then 0
      when b.agg = 'geometric' then exp(sum(p.weight * ln(case when share > 0 then share end)) / sum(p.weight)
        filter (where share is not null))
      else sum(p.weight) filter (where share is not null) / sum(p.weight / nullif(share, 0)) end as share
  from part_${depth} p join block b on b.c = p.c and b.k = p.k group by p.c, p.u, p.k, b.agg, b.renorm, b."full")`;

/**
 * A unit whose figures are awaited has a place only where every unit of the group, those apart and excluded left out,
 * awaits the same.
 */
const ranks = `
waits as (
  select scored.c, scored.u, coalesce(array_agg(scored.k order by scored.k) filter (where pending), '{}') as ks
  from scored group by scored.c, scored.u),
compared as (
  select waits.c, count(distinct ks) <= 1 as is_fair from waits join unit using (c, u) left join excluded using (c, u)
  where not unit.apart and excluded.u is null group by waits.c),
total as (
  select l.c, l.u, unit.apart, policy.ties, policy."rankOn",
    case when excluded.u is null and l.share is not null then greatest(l.share * b."full" / 100, 0) end as total, policy.decimals
  from level_0 l join block b on b.c = l.c and b.k = l.k join unit on unit.c = l.c and unit.u = l.u
  join policy on policy.c = l.c left join excluded on excluded.c = l.c and excluded.u = l.u),
valued as (select *, case "rankOn" when 'rounded' then round(round(total::numeric, 9), decimals)::float8 else total end
  as value from total),
stepped as (
  select *, case when value < lag(value) over w - 1e-9 then 1 else 0 end as step from valued
  where not apart and total is not null and exists (
    select from waits join compared using (c)
    where waits.c = valued.c and waits.u = valued.u and (compared.is_fair or waits.ks = '{}'))
  window w as (partition by c order by value desc, u)),
grouped as (select *, sum(step) over (partition by c order by value desc, u) as grp,
  row_number() over (partition by c order by value desc, u) as place, count(*) over (partition by c) as n from stepped),
ranked as (select c, u, case when n > 1 then case ties when 'dense' then grp + 1
  when 'average' then avg(place) over (partition by c, grp) else min(place) over (partition by c, grp) end end::float8 as rank
  from grouped)
select c, u, total, rank from total left join ranked using (c, u) order by c, u`;

export const scoresInSql = `${items},${levels.map(level).join(',')},${ranks}`;
