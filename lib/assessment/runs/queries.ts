import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { run, runScore, scheme, schemeVersion } from '@/db/schema/assessment';
import { orgUnit, orgUnitFormer } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { inSight, targetAnswers } from '@/lib/assessment/queries';
import { comparableFigures } from '@/lib/assessment/runs/comparable-figures';
import { gapsIn, lackingIn } from '@/lib/assessment/runs/gaps';
import { assessmentOf, inputsOf, type ScoreRow } from '@/lib/assessment/runs/stored-rows';
import { targetsNeeded } from '@/lib/assessment/runs/targets-needed';
import type {
  FrozenEntry,
  FrozenFigure,
  FrozenUnit,
  Gaps,
  LackingKind,
  ReplacedFigure,
  TargetAnswer,
} from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { figuresUsed } from '@/lib/assessment/scoring/figures-used';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import type { Assessment } from '@/lib/assessment/scoring/words';
import type { EntryState, ItemState, RunState } from '@/lib/assessment/words';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { asThen, formerOn } from '@/lib/catalogue/units/former/queries';
import { Refusal } from '@/lib/errors';
import type { Named } from '@/lib/i18n/words';

/** The inputs of a run, as of one moment. */
export type Frozen = {
  readonly units: readonly FrozenUnit[];
  readonly entries: readonly FrozenEntry[];
  readonly unconfirmed: readonly string[];
  readonly replaced: readonly ReplacedFigure[];
};

type UnitRow = Omit<FrozenUnit, 'figures'> & {
  readonly entries: readonly (FrozenEntry & { readonly state: EntryState })[];
};
/** Figures that differ in nothing but the unit and the value, as most of an indicator and a period do. */
type AlikeFigures = Omit<FrozenFigure, 'value'> & {
  /** The places of their units and, in the same order, their values; between commas. */
  readonly places: string;
  readonly values: string;
};

/** The figures of each unit by its place, from 1, in the order in which those alike are listed. */
function figuresByPlace(listed: readonly AlikeFigures[], units: number): FrozenFigure[][] {
  const figures = Array.from({ length: units + 1 }, (): FrozenFigure[] => []);
  for (const { places, values, indicator, period, decimals, qualifier, qualifierPrinted, ...rest } of listed) {
    const { vintage, revision, source } = rest;
    const valueAt = values.split(',');
    places.split(',').forEach((place, at) => {
      const value = valueAt[at] ?? '';
      // Each key is written out: copied as a rest, they take most of the time, of which there is much for a large group.
      const same = { indicator, period, value, decimals, qualifier, qualifierPrinted, vintage, revision, source };
      figures[Number(place)]?.push(same);
    });
  }
  return figures;
}

/**
 * The units of the scheme's group in the period, in their official order, with the figures, targets and entries that
 * the scheme reads. One statement, and so one state of the database despite concurrent writes; only earlier figures of
 * units that merged are summed by another. `withUnconfirmed` includes unconfirmed entries, and lists them.
 */
export async function frozenNow(
  tx: Tx,
  asked: { scheme: Scheme; schemeCode: string; period: string; withUnconfirmed?: boolean },
): Promise<Frozen> {
  const { scheme: document, schemeCode, period, withUnconfirmed = false } = asked;
  const uses = figuresUsed(document, period);
  // Sorts the figures of a large group in memory, not on disk.
  await tx.execute(sql`set local work_mem = '64MB'`);
  const [found] = await tx.execute<{ alike: AlikeFigures[] | null; rows: UnitRow[] | null }>(sql`
    with asked as (
      select indicator as indicator_code, period as period_code
      from json_to_recordset(${JSON.stringify(uses)}::json) as a (indicator text, period text)
    ),
    member as (
      select ${orgUnit.code} as code, ${asThen.nameZh} as name_zh, ${asThen.nameEn} as name_en,
        row_number() over (order by mine.position nulls last, ${orgUnit.sortOrder}, ${orgUnit.code})::int as place
      from ${orgUnit}
      join (
        select m.org_unit_code, max(p.ends_on) as ends_on, min(m.position) as position
        from peer_group_member m join period p on p.code = ${period}
        where m.peer_group_code = ${document.peerGroup}
          and m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)
        group by 1
      ) mine on mine.org_unit_code = ${orgUnit.code}
      left join ${orgUnitFormer} on ${formerOn(sql`mine.ends_on`)}
    ),
    figure as (
      select a.indicator_code as indicator, a.period_code as period, alike.*
      from asked a cross join lateral (
        select o.decimals, o.qualifier, o.qualifier_printed as "qualifierPrinted", o.vintage,
          coalesce(r.revision, o.version) as revision, o.source_code as source,
          string_agg(member.place::text, ',') as places, string_agg(o.value::text, ',') as values
        from observation o join member on member.code = o.org_unit_code
        -- The current figure is the last of the highest vintage in its history.
        left join (
          select org_unit_code, vintage, max(revision) as revision from observation_revision
          where indicator_code = a.indicator_code and period_code = a.period_code group by 1, 2
        ) r on r.org_unit_code = o.org_unit_code and r.vintage = o.vintage
        where o.indicator_code = a.indicator_code and o.period_code = a.period_code
        group by 1, 2, 3, 4, 5, 6
      ) alike
    ),
    aim as (
      select t.org_unit_code, json_agg(json_build_object('indicator', t.indicator_code, 'base', t.base::text,
        'stretch', t.stretch::text) order by t.indicator_code) as list
      from target t
      where t.year = ${parsePeriod(period)?.year ?? 0}
        and t.indicator_code in (select json_array_elements_text(${JSON.stringify(targetsNeeded(document))}::json))
      group by 1
    ),
    entry as (
      select a.org_unit_code, json_agg(json_build_object('id', a.id, 'unit', a.org_unit_code, 'kind', a.kind,
        'node', a.node, 'rule', a.rule, 'points', a.points::float8, 'incident', a.incident, 'article', a.article,
        'reason', a.reason, 'state', a.state) order by a.id) as list
      from adjustment a
      where a.scheme_code = ${schemeCode} and a.period_code = ${period}
        and (a.state = 'confirmed' or (${withUnconfirmed}::boolean and a.state <> 'revoked'))
      group by 1
    )
    select (select json_agg(f order by f.indicator, f.period) from figure f) as alike,
      (select json_agg(json_build_object('code', member.code, 'nameZh', member.name_zh, 'nameEn', member.name_en,
        'order', member.place, 'targets', coalesce(aim.list, '[]'), 'entries', coalesce(entry.list, '[]'))
        order by member.place)
      from member
      left join aim on aim.org_unit_code = member.code
      left join entry on entry.org_unit_code = member.code) as rows`);
  const rows = found?.rows ?? [];
  const figures = figuresByPlace(found?.alike ?? [], rows.length);
  const entries = rows.flatMap((row) => row.entries);
  const units = rows.map(({ entries: _entries, ...unit }) => ({ ...unit, figures: figures[unit.order] ?? [] }));
  return {
    ...(await comparableFigures(tx, { units, uses, period })),
    entries: entries.map(({ state: _state, ...entry }) => entry),
    unconfirmed: entries.filter(({ state }) => state !== 'confirmed').map(({ id }) => id),
  };
}

/** A version of a scheme, locked until the transaction ends. Refuses an unknown version. */
export async function heldVersion(tx: Tx, { schemeCode, number }: { schemeCode: string; number: number }) {
  const [found] = await tx
    .select({
      state: schemeVersion.state,
      document: schemeVersion.document,
      isDemonstration: scheme.isDemonstration,
    })
    .from(schemeVersion)
    .innerJoin(scheme, eq(scheme.code, schemeVersion.schemeCode))
    .where(and(eq(schemeVersion.schemeCode, schemeCode), eq(schemeVersion.number, number)))
    .for('share', { of: schemeVersion });
  if (!found) throw new Refusal('notFound', 'runs.refused.noVersion');
  return { ...found, scheme: Scheme.parse(found.document) };
}

/** The columns of the items of a unit, in a selection: what comes is for `itemsStored`. */
export const itemColumns = {
  itemValues: runScore.itemValues,
  itemTransformed: runScore.itemTransformed,
  itemShares: runScore.itemShares,
  itemPoints: runScore.itemPoints,
  itemWorkings: runScore.itemWorkings,
};

/** A run with its scheme document and all its inputs. */
export type StoredRun = {
  readonly run: typeof run.$inferSelect;
  readonly document: Readonly<Record<string, unknown>>;
  readonly scheme: Scheme;
  readonly inputs: Inputs;
  readonly assessment: Assessment;
  readonly rows: readonly ScoreRow[];
};

/**
 * A whole stored run, from which its result can be computed again. Null for none, and for an unpublished one that the
 * principal may not see.
 */
export async function storedRun(tx: Tx, principal: Principal, id: string): Promise<StoredRun | null> {
  const [found] = await tx
    .select({ run, document: schemeVersion.document })
    .from(run)
    .innerJoin(
      schemeVersion,
      and(eq(schemeVersion.schemeCode, run.schemeCode), eq(schemeVersion.number, run.schemeVersion)),
    )
    .where(and(eq(run.id, id), inSight(principal)));
  if (!found) return null;
  const rows = await tx.select().from(runScore).where(eq(runScore.runId, id)).orderBy(runScore.position);
  const units = rows.map(({ orgUnitCode: unit, figures, targets }) => ({ unit, figures, targets }));
  return {
    ...found,
    scheme: Scheme.parse(found.document),
    inputs: inputsOf(found.run.periodCode, found.run.terms, units),
    assessment: assessmentOf(found.run, rows),
    rows,
  };
}

/** Questions to settle before a run may be published: each with the number of units, and the names of the first. */
export type OpenQuestions = {
  readonly provisional: {
    readonly units: number;
    readonly names: readonly string[];
    readonly items: readonly string[];
  };
  readonly bounds: { readonly units: number; readonly names: readonly string[] };
  readonly gaps: readonly Gaps[];
  /** The gaps, what is still awaited, and targets that are disputed or not confirmed. */
  readonly lacking: readonly Gaps<LackingKind>[];
};

const mostNamed = 5;

type QuestionRow = {
  readonly unit: Named;
  readonly isProvisional: boolean;
  readonly hasBound: boolean;
  readonly pending: readonly number[];
  readonly states: Readonly<Record<number, ItemState>>;
  readonly targets: readonly string[];
  readonly answers: Readonly<Record<string, TargetAnswer>>;
  readonly unreported: readonly number[];
};

/** What a run lacks; the units whose figures are still awaited, and those scored by a figure that is a bound. */
export async function openQuestions(
  tx: Tx,
  { id, scheme: document }: { id: string; scheme: Scheme },
): Promise<OpenQuestions> {
  const rows = await tx.execute<QuestionRow>(sql`
    select json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      coalesce(s.item_workings -> 'states', '{}') as states,
      array(select t ->> 'indicator' from jsonb_array_elements(s.targets::jsonb) t) as targets,
      ${targetAnswers(sql`s.org_unit_code`, sql`s.run_id`)} as answers,
      s.is_provisional as "isProvisional", bound.found as "hasBound",
      array(select key::int from json_each_text(s.item_workings -> 'states')
        where s.is_provisional and value = 'pending') as pending,
      array(select key::int from json_each_text(s.item_workings -> 'states')
        where value = 'pending' and s.item_values[key::int + 1] is null) as unreported
    from run_score s join org_unit u on u.code = s.org_unit_code
    cross join lateral (
      select jsonb_path_exists(s.item_workings::jsonb -> 'notes', '$.*[*] ? (@.kind == "boundAsNumber")') as found) bound
    where s.run_id = ${id}
    order by u.sort_order`);
  const awaited = rows.filter(({ isProvisional }) => isProvisional);
  const bounded = rows.filter(({ hasBound }) => hasBound);
  const namesOf = (some: readonly QuestionRow[]) => some.slice(0, mostNamed).map(({ unit }) => unit.nameZh);
  const items = itemsOf(document);
  const pending = [...new Set(awaited.flatMap((row) => row.pending))].sort((a, b) => a - b);
  return {
    provisional: {
      units: awaited.length,
      names: namesOf(awaited),
      items: pending.slice(0, mostNamed).flatMap((at) => items[at]?.nameZh ?? []),
    },
    gaps: gapsIn(document, rows),
    lacking: lackingIn(document, rows),
    bounds: { units: bounded.length, names: namesOf(bounded) },
  };
}

/**
 * The run that a command changes, locked; refuses an unknown run, one changed since it was read, or one in another
 * state.
 */
export async function runToChange(
  tx: Tx,
  { id, version, states }: { id: string; version: number; states: readonly RunState[] },
) {
  const [found] = await tx.select().from(run).where(eq(run.id, id)).for('update');
  if (!found) throw new Refusal('notFound', 'runs.refused.noRun');
  if (!states.includes(found.state) || found.version !== version) throw new Refusal('conflict', 'runs.refused.moved');
  return found;
}
