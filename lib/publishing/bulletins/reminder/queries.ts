import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { nameOf } from '@/lib/i18n/names';
import type { Locale, Named } from '@/lib/i18n/words';
import { consequenceView } from '@/lib/monitoring/consequences/page/queries';
import { inSight } from '@/lib/monitoring/consequences/queries';
import { toldStates } from '@/lib/monitoring/consequences/words';
import { writtenMet } from '@/lib/monitoring/consequences/written';
import { paths } from '@/lib/paths';
import type { BulletinSource, Room, SourceMenu } from '@/lib/publishing/bulletins/kit/room';
import { type CountedLamp, type ReminderRows, reminded, reminderAnnex, reminderFacts, reminderText } from './facts';
import type { ReminderSource } from './schema';

type Source = z.infer<typeof ReminderSource>;

/** What a reminder is written from; null for a consequence that is none of that kind, or was not confirmed. */
export async function readReminder(
  principal: Principal,
  { consequence: id }: Source,
  on: Database | Tx = db(),
): Promise<BulletinSource | null> {
  const view = await consequenceView(principal, id, on);
  const told: readonly string[] = toldStates;
  if (view?.measure !== 'reminderLetter' || !told.includes(view.state)) return null;
  const rows: ReminderRows = { view, ...(await countedLamps(principal, id, on)) };
  return {
    facts: reminderFacts(rows),
    names: [view.unit.nameZh, view.rule.nameZh, reminded(view)],
    annexes: [reminderAnnex(rows)],
    subject: `${view.unit.nameZh}，${view.rule.nameZh}，${writtenMet(view.met, 'zh-CN')}`,
    unit: view.unit,
    about: { orgUnitCode: view.unit.code },
    firstText: () => reminderText(rows),
  };
}

/** The lamps that met the rule of a consequence, in the versions that did, and in what their indicator is measured. */
async function countedLamps(
  principal: Principal,
  id: string,
  on: Pick<Tx, 'execute'>,
): Promise<Pick<ReminderRows, 'lamps' | 'measure'>> {
  const rows = await on.execute<CountedLamp & { measure: ReminderRows['measure'] }>(sql`
    select l.year, l.month, l.colour, l.judged, l.facts,
      json_build_object('unitZh', i.unit_zh, 'unitEn', i.unit_en, 'decimals', i.decimals) as measure
    from consequence c cross join lateral jsonb_to_recordset(c.basis -> 'months') m (year smallint, month smallint, version smallint)
    join lamp l on l.org_unit_code = c.org_unit_code and l.indicator_code = c.basis ->> 'indicator' and l.year = m.year
      and l.month = m.month and l.version = m.version
    join indicator i on i.code = l.indicator_code
    where c.id = ${id} and c.basis ->> 'kind' = 'lamps' and ${inSight(principal, sql`c`)} order by l.year, l.month`);
  return { lamps: rows.map(({ measure: _, ...lamp }) => lamp), measure: rows[0]?.measure ?? null };
}

/** The confirmed consequences that are reminders, the newest first, as a menu. */
export async function reminderMenus(
  principal: Principal,
  locale: Locale,
): Promise<readonly SourceMenu<'consequence'>[]> {
  const rows = await db().execute<{ id: string; unit: Named; rule: Named; met: string }>(sql`
    select c.id, c.met, json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      json_build_object('code', r.code, 'nameZh', r.name_zh, 'nameEn', r.name_en) as rule
    from consequence c join org_unit u on u.code = c.org_unit_code
    join consequence_rule r on r.code = c.rule_code and r.number = c.rule_number
    where c.measure = 'reminderLetter' and c.state = any(${sql.param([...toldStates])}::text[])
      and ${inSight(principal, sql`c`)}
    order by c.proposed_at desc, c.id limit 500`);
  const said = ({ unit, rule, met }: (typeof rows)[number]) =>
    [nameOf(unit, locale), nameOf(rule, locale), writtenMet(met, locale)].join(locale === 'en' ? ', ' : '，');
  return [{ part: 'consequence', options: rows.map((one) => ({ value: one.id, label: said(one) })) }];
}

export const reminder: Room<Source> = {
  view: 'consequences',
  read: readReminder,
  hold: (tx, { consequence }) => tx.execute(sql`select from consequence where id = ${consequence} for share`),
  menus: reminderMenus,
  page: ({ consequence }) => paths.consequence(consequence),
};
