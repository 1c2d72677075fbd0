import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { scheme, schemeVersion } from '@/db/schema/assessment';
import { maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { readsTarget } from '@/lib/assessment/runs/targets-needed';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { storedScheme } from '@/lib/assessment/schemes/read-scheme';
import type { Name, Named } from '@/lib/i18n/words';
import type { ListedItem, Responsibility, ResponsibilityChoice } from '@/lib/monitoring/responsibilities/words';
import { pageLength } from '@/lib/paging';

type Item = ListedItem & { readonly readsTarget: boolean };

/** The items of all published schemes that measure an indicator. */
async function publishedItems(principal: Principal): Promise<Item[]> {
  if (readsNothing(principal)) return [];
  const rows = await db()
    .select({ code: scheme.code, document: schemeVersion.document })
    .from(scheme)
    .innerJoin(schemeVersion, and(eq(schemeVersion.schemeCode, scheme.code), eq(schemeVersion.state, 'published')))
    .orderBy(scheme.code);
  return rows.flatMap(({ code, document }) => {
    const read = storedScheme(document);
    const { nameZh, nameEn, peerGroup: group } = read;
    return itemsOf(read).flatMap((item) =>
      item.indicator === null
        ? []
        : [
            {
              ...{ scheme: code, schemeName: { nameZh, nameEn }, group, indicator: item.indicator },
              ...{ item: { nameZh: item.nameZh, nameEn: item.nameEn }, readsTarget: readsTarget(item) },
            },
          ],
    );
  });
}

/** The indicators that published schemes of a sequence measure by their units' targets. */
export async function usualIndicators(principal: Principal, group: string): Promise<string[]> {
  const items = await publishedItems(principal);
  const own = items.filter((one) => one.readsTarget && (group === '' || one.group === group));
  return [...new Set(own.map(({ indicator }) => indicator))];
}

type Row = Omit<Responsibility, 'items'> & { readonly at: readonly number[]; readonly total: number };

/**
 * The list of responsibilities of a year: every unit with every indicator for which it has a target or which a published
 * scheme of its sequence measures; a page of it, or all of it up to `most`.
 */
export async function responsibilityList(
  principal: Principal,
  choice: ResponsibilityChoice,
  { page, most }: { readonly page: number } & { readonly most?: number },
): Promise<{ rows: Responsibility[]; total: number }> {
  if (!maySee(principal.role, 'responsibilities')) return { rows: [], total: 0 };
  const { year, group, department, only } = choice;
  const all = await publishedItems(principal);
  const items = all.filter((one) => choice.scheme === '' || one.scheme === choice.scheme);
  const asked = items.map(({ indicator, group: of }, at) => ({ at, indicator, group: of }));
  const part = `%${choice.q.replace(/[\\%_]/g, '\\$&')}%`;
  const limit = most ?? pageLength;
  const rows = await db().execute<Row>(sql`
    with item as (select * from json_to_recordset(${JSON.stringify(asked)}::json) i (at int, indicator text, "group" text)),
    covered as (
      select m.org_unit_code, item.indicator, array_agg(distinct item.at order by item.at) as at
      from item join peer_group_member m on m.peer_group_code = item."group"
      where m.valid_from <= ${`${year}-12-31`}::date and (m.valid_to is null or m.valid_to >= ${`${year}-01-01`}::date)
      group by 1, 2),
    set_for as (
      select org_unit_code, indicator_code, base, stretch, answer from target where year = ${year}
        and (${choice.scheme}::text = '' or indicator_code in (select indicator from item)))
    select json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en, 'validTo', u.valid_to) as unit,
      json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en, 'unitZh', i.unit_zh,
        'unitEn', i.unit_en, 'decimals', i.decimals) as indicator,
      t.base::text as base, t.stretch::text as stretch, t.answer,
      json_build_object('nameZh', i.responsible_zh, 'nameEn', i.responsible_en) as responsible,
      json_build_object('nameZh', i.assisting_zh, 'nameEn', i.assisting_en) as assisting,
      i.frequency, coalesce(c.at, '{}') as at, (count(*) over ())::int as total
    from set_for t full join covered c on c.org_unit_code = t.org_unit_code and c.indicator = t.indicator_code
    join org_unit u on u.code = coalesce(t.org_unit_code, c.org_unit_code)
    join indicator i on i.code = coalesce(t.indicator_code, c.indicator)
    join topic p on p.code = i.topic_code
    where ${readable(principal, sql`u.code`)}
      and (${department}::text = '' or i.responsible_zh = ${department} or strpos(i.assisting_zh, ${department}) > 0)
      and (${group}::text = '' or exists (select from peer_group_member m where m.peer_group_code = ${group}
        and m.org_unit_code = u.code and m.valid_from <= ${`${year}-12-31`}::date
        and (m.valid_to is null or m.valid_to >= ${`${year}-01-01`}::date)))
      and (${choice.q}::text = '' or u.name_zh ilike ${part} or u.name_en ilike ${part} or i.name_zh ilike ${part}
        or i.name_en ilike ${part} or u.code = ${choice.q} or i.code = ${choice.q})
      and (${only}::text = '' or (${only}::text = 'without' and t.base is null)
        or (${only}::text = 'disputed' and t.answer = 'disputed'))
    order by p.sort_order, i.sort_order, i.code, u.sort_order, u.code
    limit ${limit} offset ${(page - 1) * limit}`);
  return {
    rows: rows.map(({ at, total: _, ...row }) => ({ ...row, items: at.flatMap((one) => items[one] ?? []) })),
    total: rows[0]?.total ?? 0,
  };
}

/** What the list may be narrowed by: sequences, departments and published schemes. */
export async function responsibilityFilters(principal: Principal): Promise<{
  readonly groups: readonly Named[];
  readonly departments: readonly Name[];
  readonly schemes: readonly Named[];
}> {
  if (!maySee(principal.role, 'responsibilities')) return { groups: [], departments: [], schemes: [] };
  const [groups, departments, items] = await Promise.all([
    db().execute<Named>(
      sql`select code, name_zh as "nameZh", name_en as "nameEn" from peer_group order by sort_order, code`,
    ),
    db().execute<Name>(sql`
      select responsible_zh as "nameZh", min(responsible_en) as "nameEn" from indicator
      where responsible_zh <> '' group by 1 order by 1`),
    publishedItems(principal),
  ]);
  const schemes = new Map(items.map((one) => [one.scheme, { code: one.scheme, ...one.schemeName }]));
  return { groups, departments, schemes: [...schemes.values()] };
}
