import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import type { Named } from '@/lib/i18n/words';
import { keptIdentifier } from '@/lib/monitoring/registers/identifier';
import type { EntryChoice, EntryLine, EntryView, HistoryChange } from '@/lib/monitoring/registers/list/words';
import { factsOn, inSight } from '@/lib/monitoring/registers/queries';
import { type BlindSpot, entryFields, nothing, type Register } from '@/lib/monitoring/registers/words';
import { pageLength, pageWithin } from '@/lib/paging';

/** The condition that entries `e` are in a blind spot on a day; never true where the register keeps no such thing. */
export function isBlind(
  { lists, visitDays }: Pick<Register, 'lists' | 'visitDays'>,
  spot: BlindSpot,
  day: string,
): SQL {
  switch (spot) {
    case 'noField':
      return sql`${lists.fields.length > 0} and e.field = ''`;
    case 'noGrade':
      return sql`${lists.grades.length > 0} and e.grade = ''`;
    case 'noBureau':
      return sql`e.bureau = ''`;
    case 'noStreet':
      return sql`e.street = ''`;
    case 'endedUnit':
      return sql`exists (select from org_unit u where u.code in (e.bureau, e.street) and u.valid_to < ${day}::date)`;
    case 'notVisited':
      return sql`${visitDays}::int > 0 and (e.visit = '' or e.visit::date < ${day}::date - ${visitDays}::int)`;
  }
}

/**
 * The condition that entries `e` are those of a choice; a text is looked for in names as it is written, in identifiers as they
 * are kept: 京a·123 finds 京A12345.
 */
function isChosen(register: Register, choice: EntryChoice): SQL {
  const same = (column: SQL, value: string) =>
    value === '' ? sql`true` : sql`${column} = ${value === nothing ? '' : value}`;
  const part = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const identifier = keptIdentifier(choice.text) || choice.text;
  return sql.join(
    [
      ...[same(sql`e.field`, choice.field), same(sql`e.grade`, choice.grade), same(sql`e.bureau`, choice.bureau)],
      ...[same(sql`e.street`, choice.street), same(sql`e."group"`, choice.group)],
      choice.blind === '' ? sql`true` : isBlind(register, choice.blind, choice.day),
      choice.text === ''
        ? sql`true`
        : sql`(e.name ilike ${part(choice.text)} or e.identifier like ${part(identifier)})`,
    ].map((condition) => sql`(${condition})`),
    sql` and `,
  );
}

const named = (unit: string) => {
  const u = sql.raw(unit);
  return sql`case when ${u}.code is not null then
    json_build_object('code', ${u}.code, 'nameZh', ${u}.name_zh, 'nameEn', ${u}.name_en) end`;
};

/** Since when the state of an entry `e` holds on a day: no other came between, by what is known now. */
const sinceOn = (code: string, day: string) => sql`(
  with said as (select distinct on (holds_from) holds_from, value from register_change
    where register_code = ${code} and identifier = e.identifier and field = 'state' and holds_from <= ${day}::date
    order by holds_from, step desc)
  select min(holds_from)::text from said
  where holds_from > coalesce((select max(holds_from) from said where value <> e.state), '-infinity'))`;
const columnsOn = (
  code: string,
  day: string,
) => sql`e.identifier, e.state, e.name, e.field, e.grade, e."group", e.visit,
  ${sinceOn(code, day)} as since, ${named('b')} as bureau, ${named('s')} as street`;
const units = sql`left join org_unit b on b.code = e.bureau left join org_unit s on s.code = e.street`;

/** The entries in sight of a choice, in the order of their identifiers, as many as are asked for. */
export async function entryLines(
  principal: Principal,
  register: Register,
  choice: EntryChoice,
  { most, from = 0 }: { readonly most: number; readonly from?: number },
): Promise<EntryLine[]> {
  return [
    ...(await db().execute<EntryLine>(sql`
      select ${columnsOn(register.code, choice.day)} from ${factsOn(register.code, choice.day)} e ${units}
      where e.state = 'joined' and ${inSight(principal)} and ${isChosen(register, choice)}
      order by e.identifier limit ${most} offset ${from}`)),
  ];
}

/** A page of them, with their number. */
export async function entryPage(
  principal: Principal,
  register: Register,
  choice: EntryChoice,
  asked: number,
): Promise<{ lines: EntryLine[]; total: number; page: number }> {
  const [counted] = await db().execute<{ total: number }>(sql`
    select count(*)::int as total from ${factsOn(register.code, choice.day)} e
    where e.state = 'joined' and ${inSight(principal)} and ${isChosen(register, choice)}`);
  const total = counted?.total ?? 0;
  const page = pageWithin(asked, total);
  const lines = await entryLines(principal, register, choice, { most: pageLength, from: (page - 1) * pageLength });
  return { lines, total, page };
}

/**
 * An entry as it stood on a day, with what was changed from days until then; null where there is none in sight of that day. One
 * that left is told too.
 */
export async function entryView(
  principal: Principal,
  register: Register,
  { identifier, day }: { readonly identifier: string; readonly day: string },
): Promise<EntryView | null> {
  const [row] = await db().execute<EntryLine & { version: number }>(sql`
    select ${columnsOn(register.code, day)}, (select r.version from register_entry r
      where r.register_code = ${register.code} and r.identifier = e.identifier) as version
    from ${factsOn(register.code, day, [identifier])} e ${units} where e.state <> '' and ${inSight(principal)}`);
  if (!row) return null;
  const changes = await db().execute<Omit<HistoryChange, 'at'> & { at: string }>(sql`
    select c.step, c.field, c.holds_from::text as "holdsFrom", c.value, c.before, c.reason, c.file_name as "fileName",
      coalesce(a.name, c.actor) as by, c.at, c.holds_from < (c.at at time zone 'Asia/Shanghai')::date as "isLate",
      coalesce((select json_agg(json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en))
        from org_unit u where c.field in ('bureau', 'street') and u.code in (c.value, c.before)), '[]') as units
    from register_change c left join app_user a on a.id = c.actor
    where c.register_code = ${register.code} and c.identifier = ${identifier} and c.holds_from <= ${day}::date
      and exists (select from ${factsOn(register.code, day, [identifier])} e where ${inSight(principal)})
    order by c.step desc, array_position(${sql.param([...entryFields])}::text[], c.field)`);
  return { ...row, history: changes.map((change) => ({ ...change, at: new Date(change.at) })) };
}

/** The streets and bureaus of the entries in sight on a day, by their official order. */
export async function unitsInRegister(
  principal: Principal,
  code: string,
  day: string,
): Promise<Readonly<Record<'streets' | 'bureaus', readonly Named[]>>> {
  const rows = await db().execute<Named & { isStreet: boolean; isBureau: boolean }>(sql`
    with seen as materialized (select e.street, e.bureau from ${factsOn(code, day)} e
      where e.state = 'joined' and ${inSight(principal)})
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn", u.code in (select street from seen) as "isStreet",
      u.code in (select bureau from seen) as "isBureau"
    from org_unit u where u.code in (select street from seen union select bureau from seen)
    order by u.sort_order, u.code`);
  const some = (which: 'isStreet' | 'isBureau') =>
    rows.filter((row) => row[which]).map(({ code: of, nameZh, nameEn }) => ({ code: of, nameZh, nameEn }));
  return { streets: some('isStreet'), bureaus: some('isBureau') };
}
