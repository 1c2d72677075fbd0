import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { indicator, topic } from '@/db/schema/catalogue';
import { observation } from '@/db/schema/observations';
import { checkRule } from '@/db/schema/reporting';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { otherBases } from '@/lib/catalogue/comparing/queries';
import { parsePeriod, periodDays, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { Refusal } from '@/lib/errors';
import { keyOf } from '@/lib/reporting/figure-key';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import { basesIn, comparisonsOf } from '@/lib/reporting/rules/other-bases';
import { CheckRule, rulesInForce } from '@/lib/reporting/rules/rule';
import { partsOfYear } from '@/lib/reporting/rules/rule-checks';
import type { FigureKey, KnownValues, PeerSpread } from '@/lib/reporting/words';

const ruleColumns = {
  code: checkRule.code,
  validFrom: checkRule.validFrom,
  kind: checkRule.kind,
  severity: checkRule.severity,
  indicatorCodes: checkRule.indicatorCodes,
  parameters: checkRule.parameters,
  messageZh: checkRule.messageZh,
  messageEn: checkRule.messageEn,
  isActive: checkRule.isActive,
};

/**
 * The inputs of the checks of a return: exact figures by `keyOf`, the peers' changes by `keyOf`, the rules in force.
 */
export type CheckContext = {
  readonly known: KnownValues;
  readonly peers: Readonly<Record<string, PeerSpread>>;
  readonly rules: readonly CheckRule[];
};

/**
 * Reads all inputs of the checks of a unit's figures, in three statements. The rules are those in force on the last day
 * of the latest period; peers are read where a rule needs them.
 */
export async function checkContext(
  principal: Principal,
  { unitCode, items }: { unitCode: string; items: readonly FigureKey[] },
  tx?: Tx,
): Promise<CheckContext> {
  const codes = new Set(items.map(({ indicatorCode }) => indicatorCode));
  const rules = (await rulesAt(lastDayIn(items), tx)).filter((rule) => {
    const named = namedIndicators(rule);
    return named.length === 0 || named.some((code) => codes.has(code));
  });
  const read = [...new Set([...codes, ...rules.flatMap(namedIndicators)])];
  const [known, peers] = await Promise.all([
    knownValues(principal, { unitCode, codes: read, items }, tx),
    rules.some(({ kind }) => kind === 'peerOutlier') ? peerSpreads(principal, { unitCode, items }, tx) : {},
  ]);
  return { known, peers, rules };
}

/** The rules for figures of these periods, which every account may read. */
export async function rulesFor(principal: Principal, items: readonly FigureKey[], tx?: Tx): Promise<CheckRule[]> {
  return maySee(principal.role, 'rules') && items.length > 0 ? rulesAt(lastDayIn(items), tx) : [];
}

async function rulesAt(endsOn: string, tx?: Tx): Promise<CheckRule[]> {
  const rows = await (tx ?? db())
    .selectDistinctOn([checkRule.code], ruleColumns)
    .from(checkRule)
    .where(lte(checkRule.validFrom, endsOn))
    .orderBy(asc(checkRule.code), desc(checkRule.validFrom));
  return rulesInForce(
    rows.map((row) => CheckRule.parse(row)),
    endsOn,
  );
}

const firstDay = '0001-01-01';

function lastDayOf(periodCode: string): string {
  const period = parsePeriod(periodCode);
  return (period && periodDays(period)?.endsOn) ?? firstDay;
}

function lastDayIn(items: readonly FigureKey[]): string {
  const days = items.map(({ periodCode }) => lastDayOf(periodCode));
  return days.sort().at(-1) ?? firstDay;
}

/**
 * The periods for comparison: those of the items, the ones before, those a year earlier, and the months and years to
 * date that compose them.
 */
function periodsAround(items: readonly FigureKey[]): string[] {
  const around = [...new Set(items.map(({ periodCode }) => periodCode))].flatMap((code) => {
    const period = parsePeriod(code);
    if (!period) return [];
    const isMonthly = period.kind === 'month' || period.kind === 'yearToDate';
    const parts = isMonthly ? Object.values(partsOfYear(period)) : [];
    return [code, previousPeriod(period), yearEarlier(period), ...parts];
  });
  return [...new Set(around.filter((code) => code !== null))];
}

type Around = { readonly unitCode: string; readonly codes: readonly string[]; readonly items: readonly FigureKey[] };

async function knownValues(principal: Principal, { unitCode, codes, items }: Around, tx?: Tx): Promise<KnownValues> {
  const periods = periodsAround(items);
  if (codes.length === 0 || periods.length === 0) return {};
  const rows = await (tx ?? db())
    .select({
      indicatorCode: observation.indicatorCode,
      periodCode: observation.periodCode,
      value: observation.value,
    })
    .from(observation)
    .where(
      and(
        eq(observation.orgUnitCode, unitCode),
        inArray(observation.indicatorCode, [...codes]),
        inArray(observation.periodCode, [...periods]),
        eq(observation.qualifier, 'exact'),
        principal.unitCode === unitCode ? undefined : readable(principal, observation.orgUnitCode),
      ),
    );
  const asked = [...new Set(items.map(({ periodCode }) => periodCode))].flatMap((later) =>
    comparisonsOf(unitCode, codes, later),
  );
  const bases = basesIn(asked, await otherBases(principal, asked, tx && { database: tx }));
  return { ...Object.fromEntries(rows.map((row) => [keyOf(row), row.value])), ...bases };
}

/** The fewest peers whose changes are meaningful. */
const fewestPeers = 5;

/**
 * The median of the peers' changes from the period before and the median distance from it, in percent or, for a rate,
 * in points. Peers are the present members of the unit's groups, but those that merged or split between the two periods;
 * fewer than five give no spread, and no single peer is disclosed.
 */
async function peerSpreads(
  principal: Principal,
  { unitCode, items }: { unitCode: string; items: readonly FigureKey[] },
  tx?: Tx,
): Promise<Record<string, PeerSpread>> {
  const wanted = items.flatMap(({ indicatorCode, periodCode }) => {
    const period = parsePeriod(periodCode);
    const before = period && previousPeriod(period);
    if (!before) return [];
    const ends = { since: lastDayOf(before), until: lastDayOf(periodCode) };
    return [{ code: indicatorCode, period: periodCode, before, ...ends }];
  });
  if (wanted.length === 0) return {};
  const mayRead = readable(principal, observation.orgUnitCode);
  const rows = await (tx ?? db()).execute<FigureKey & PeerSpread>(sql`
    with peer as (
      select distinct m.org_unit_code from peer_group_member own
      join peer_group_member m on m.peer_group_code = own.peer_group_code and m.valid_to is null
      where own.org_unit_code = ${unitCode} and own.valid_to is null and m.org_unit_code <> ${unitCode}
    ),
    change as (
      select w.code, w.period,
        case when i.measure = 'rate' then observation.value - base.value
          else (observation.value / nullif(base.value, 0) - 1) * 100 end as change
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(code text, period text, before text,
        since date, until date)
      join indicator i on i.code = w.code and i.measure in ('rate', 'amount')
      cross join peer
      join observation on observation.indicator_code = w.code and observation.period_code = w.period
        and observation.org_unit_code = peer.org_unit_code and observation.qualifier = 'exact' and ${mayRead}
      join observation base on base.indicator_code = w.code and base.period_code = w.before
        and base.org_unit_code = peer.org_unit_code and base.qualifier = 'exact'
        and (i.measure = 'rate' or base.value > 0)
      where not exists (select from org_unit_succession s where s.happened_on > w.since and s.happened_on <= w.until
        and (s.successor_code = peer.org_unit_code or (s.predecessor_code = peer.org_unit_code and s.kind = 'split')))
    ),
    middle as (
      select code, period, percentile_cont(0.5) within group (order by change) as median, count(*)::int as count
      from change group by code, period having count(*) >= ${fewestPeers}
    )
    select change.code as "indicatorCode", change.period as "periodCode", median::float8 as median, count,
      percentile_cont(0.5) within group (order by abs(change - median))::float8 as deviation
    from change join middle using (code, period)
    group by change.code, change.period, median, count`);
  return Object.fromEntries(
    rows.map(({ median, deviation, count, ...key }) => [keyOf(key), { median, deviation, count }]),
  );
}

/** A row of a rule with its author and time. */
export type RuleRow = { readonly rule: CheckRule; readonly createdBy: string; readonly createdAt: Date };

/** The latest row of every rule, by code; for principals who may see the rules. */
export async function ruleList(principal: Principal): Promise<CheckRule[]> {
  if (!maySee(principal.role, 'rules')) return [];
  const rows = await db()
    .selectDistinctOn([checkRule.code], ruleColumns)
    .from(checkRule)
    .orderBy(asc(checkRule.code), desc(checkRule.validFrom));
  return rows.map((row) => CheckRule.parse(row));
}

/** All rows of a rule, latest first, each with its author's name; empty for an unknown code. */
export async function ruleHistory(principal: Principal, code: string): Promise<RuleRow[]> {
  if (!maySee(principal.role, 'rules')) return [];
  const rows = await db()
    .select({
      ...ruleColumns,
      createdBy: sql<string>`coalesce((select u.name from app_user u where u.id = ${checkRule.createdBy}), '')`,
      createdAt: checkRule.createdAt,
    })
    .from(checkRule)
    .where(eq(checkRule.code, code))
    .orderBy(desc(checkRule.validFrom));
  return rows.map(({ createdBy, createdAt, ...row }) => ({ rule: CheckRule.parse(row), createdBy, createdAt }));
}

/** The latest row of a rule, locked against other changes until the command is done; null for an unknown code. */
export async function latestRule(tx: Tx, code: string): Promise<CheckRule | null> {
  // An advisory lock, since a row that does not exist yet cannot be locked.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`rule ${code}`}))`);
  const [row] = await tx
    .select(ruleColumns)
    .from(checkRule)
    .where(eq(checkRule.code, code))
    .orderBy(desc(checkRule.validFrom))
    .limit(1);
  return row ? CheckRule.parse(row) : null;
}

/** Refuses a rule that names an indicator the catalogue does not have. */
export async function refuseUnknown(tx: Tx, rule: CheckRule): Promise<void> {
  const named = [...new Set([...namedIndicators(rule), ...(rule.indicatorCodes ?? [])])];
  if (named.length === 0) return;
  const rows = await tx.select({ code: indicator.code }).from(indicator).where(inArray(indicator.code, named));
  const known = new Set(rows.map(({ code }) => code));
  const missing = named.find((code) => !known.has(code));
  if (missing !== undefined) throw new Refusal('invalid', 'rules.refusals.unknownIndicator', { code: missing });
}

/** An indicator in the menu of a rule, with its topic. */
export type IndicatorChoice = Readonly<Record<'code' | 'nameZh' | 'nameEn' | 'topicZh' | 'topicEn', string>>;

/** Every indicator, in the catalogue's order. */
export async function indicatorChoices(): Promise<IndicatorChoice[]> {
  return db()
    .select({
      code: indicator.code,
      nameZh: indicator.nameZh,
      nameEn: indicator.nameEn,
      topicZh: topic.nameZh,
      topicEn: topic.nameEn,
    })
    .from(indicator)
    .innerJoin(topic, eq(topic.code, indicator.topicCode))
    .orderBy(topic.sortOrder, indicator.sortOrder);
}
