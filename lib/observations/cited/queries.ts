import { type SQL, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { nameReader } from '@/lib/catalogue/names/read-name';
import type { Named } from '@/lib/i18n/words';
import { isOwnSource } from '@/lib/observations/cited/own-source';
import type { CitableIndicator, CitableSource, CitedContext } from '@/lib/observations/cited/read-cited';
import { vintageRank } from '@/lib/observations/queries';
import type { Vintage } from '@/lib/observations/words';

/**
 * The condition that an indicator `i` is one of those for which somebody may cite figures: all for the office, for a
 * department its own. False for other roles.
 */
export function inReach({ role, department }: Principal): SQL {
  if (role === 'assessmentOffice') return sql`true`;
  return role === 'departmentReviewer' && department ? sql`i.responsible_zh = ${department}` : sql`false`;
}

/**
 * The revision that pages show for the figure of a row of `of`, a relation with the key of a figure: the last of the
 * highest vintage since the last withdrawal. A lateral relation of at most one row.
 */
export function shownRevision(of: string, name: string): SQL {
  const [row, as] = [sql.raw(of), sql.raw(name)];
  return sql`lateral (
    select known.* from (
      select r.*, max(r.revision) filter (where r.is_withdrawal) over () as ended from observation_revision r
      where r.indicator_code = ${row}.indicator_code and r.period_code = ${row}.period_code
        and r.org_unit_code = ${row}.org_unit_code
    ) known
    where known.revision > coalesce(known.ended, 0)
    order by ${vintageRank(sql`known.vintage`)} desc, known.revision desc limit 1
  ) ${as}`;
}

/** The indicators, units and documents that figures may be cited for, and which of them the asker answers for. */
export async function citedContext(principal: Principal, on: Tx | Database = db()): Promise<CitedContext> {
  const { indicators, units } = await catalogueNames(on);
  const measured = await on.execute<Omit<CitableIndicator, 'nameZh' | 'nameEn' | 'aliases'>>(sql`
    select i.code, i.unit_zh as "unitZh", i.unit_en as "unitEn", i.measure, ${inReach(principal)} as "isInReach"
    from indicator i`);
  const documents = await on.execute<{ code: string; title: string; isWithdrawn: boolean }>(sql`
    select code, title, withdrawn_reason is not null as "isWithdrawn" from source`);
  const measuredBy = new Map(measured.map((row) => [row.code, row]));
  const sources: CitableSource[] = documents.flatMap(({ code, title, isWithdrawn }) =>
    isOwnSource(code) ? [] : [{ code, nameZh: title, nameEn: title, aliases: [], isWithdrawn }],
  );
  const citable = indicators.flatMap((entry) => {
    const found = measuredBy.get(entry.code);
    return found ? [{ ...entry, ...found }] : [];
  });
  return {
    indicators: new Map(citable.map((entry) => [entry.code, entry])),
    units: new Map(units.map((entry) => [entry.code, entry])),
    sources: new Map(sources.map((entry) => [entry.code, entry])),
    readIndicator: nameReader(citable),
    readUnit: nameReader(units),
    readSource: nameReader(sources),
  };
}

/** What a correction carries over from the figure that it replaces, so that a person keeps or clears it. */
export type CarriedFigure = {
  readonly indicatorCode: string;
  readonly unitCode: string;
  readonly periodCode: string;
  readonly revision: number;
  readonly vintage: Vintage;
  readonly reportedYoy: string | null;
  /** Its published ranks; those of its own document come first. */
  readonly ranks: readonly CarriedRank[];
};
export type CarriedRank = {
  readonly rank: number;
  readonly scopeZh: string;
  readonly scopeEn: string;
  readonly groupCode: string | null;
};

/** The figure that pages show of a key, where the asker may correct it; null for none. */
export async function carriedFigure(
  principal: Principal,
  key: Pick<CarriedFigure, 'indicatorCode' | 'unitCode' | 'periodCode'>,
  on: Tx | Database = db(),
): Promise<CarriedFigure | null> {
  const { indicatorCode, unitCode, periodCode } = key;
  const [found] = await on.execute<Omit<CarriedFigure, keyof typeof key>>(sql`
    with asked as (select ${indicatorCode}::text as indicator_code, ${unitCode}::text as org_unit_code,
      ${periodCode}::text as period_code)
    select shown.revision, shown.vintage, shown.reported_yoy::text as "reportedYoy", coalesce((
        select json_agg(json_build_object('rank', r.rank, 'scopeZh', r.scope_zh, 'scopeEn', r.scope_en,
          'groupCode', r.peer_group_code) order by r.source_code <> shown.source_code, r.scope_zh)
        from published_rank r where (r.indicator_code, r.period_code, r.org_unit_code)
          = (asked.indicator_code, asked.period_code, asked.org_unit_code)), '[]') as ranks
    from asked join indicator i on i.code = asked.indicator_code and ${inReach(principal)}
    join ${shownRevision('asked', 'shown')} on true`);
  return found ? { ...key, ...found } : null;
}

/** The sequences that a rank in a document may be about. */
export async function rankGroups(): Promise<Named[]> {
  return db().execute<Named>(
    sql`select code, name_zh as "nameZh", name_en as "nameEn" from peer_group order by sort_order, code`,
  );
}
