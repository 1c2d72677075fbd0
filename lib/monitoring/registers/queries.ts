import { eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { register } from '@/db/schema/registers';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { type EntryFacts, noFacts, type Register } from '@/lib/monitoring/registers/words';

/**
 * The condition for the entries `e` of a relation of facts that somebody sees: all for the office, leaders and auditors; for a
 * unit those of its own street or responsibility on the day that is told.
 */
export function inSight({ role, unitCode }: Principal): SQL {
  if (maySee(role, 'allRegisters')) return sql`true`;
  if (unitCode === null || !maySee(role, 'registers')) return sql`false`;
  return sql`${unitCode} in (e.street, e.bureau)`;
}

/** What every entry of a register says at the end of a day, a row each. */
export function factsOn(code: string | SQL, day: string | SQL, identifiers?: readonly string[]): SQL {
  const some = identifiers ? sql`and identifier = any(${sql.param([...identifiers])}::text[])` : sql``;
  const of = (field: keyof EntryFacts) =>
    sql`coalesce(max(c.value) filter (where c.field = ${sql.raw(`'${field}'`)}), '')`;
  return sql`(
    select c.identifier, ${of('state')} as state, ${of('name')} as name, ${of('field')} as field, ${of('grade')} as grade,
      ${of('bureau')} as bureau, ${of('street')} as street, ${of('group')} as "group", ${of('visit')} as visit
    from (
      select distinct on (identifier, field) identifier, field, value, holds_from from register_change
      where register_code = ${code} and holds_from <= ${day}::date ${some}
      order by identifier, field, holds_from desc nulls last, step desc nulls last) c
    group by c.identifier)`;
}

/** The same of some entries, for a command. Those that said nothing yet have no facts. */
export async function factsOf(
  work: Work,
  code: string,
  day: string,
  identifiers: readonly string[],
): Promise<ReadonlyMap<string, EntryFacts>> {
  const rows = await work.tx.execute<EntryFacts & { identifier: string }>(
    sql`select * from ${factsOn(code, day, identifiers)} e`,
  );
  return new Map(rows.map(({ identifier, ...facts }) => [identifier, { ...noFacts, ...facts }]));
}

/** The numbers of the steps of some entries, by identifier; none for one that there is not. */
export async function versionsOf(
  work: Work,
  code: string,
  identifiers: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await work.tx.execute<{ identifier: string; version: number }>(sql`
    select identifier, version from register_entry
    where register_code = ${code} and identifier = any(${sql.param([...identifiers])}::text[])`);
  return new Map(rows.map(({ identifier, version }) => [identifier, version]));
}

/** The subjects of the trail. */
export const registerSubject = (code: string) => `register/${code}`;
export const entrySubject = (code: string, identifier: string) => `registerEntry/${code}/${identifier}`;

/** A register that a command works on, held until its end. Refuses one that moved since it was shown. */
export async function lockedRegister(work: Work, code: string, version?: number) {
  const [held] = await work.tx.select().from(register).where(eq(register.code, code)).for('update');
  if (!held) throw new Refusal('notFound', 'registers.refused.none');
  if (version !== undefined && held.version !== version)
    throw await movedRefusal(work, registerSubject(code), 'registers.refused.registerMoved');
  return held;
}

const columns = sql`r.code, r.kind, r.name_zh as "nameZh", r.name_en as "nameEn", r.lists, r.visit_days as "visitDays",
  r.source_code as "sourceCode", r.version`;

/** A register; null for none, and for who sees no registers. */
export async function registerOf(principal: Principal, code: string): Promise<Register | null> {
  if (!maySee(principal.role, 'registers')) return null;
  const [found] = await db().execute<Register>(sql`select ${columns} from register r where r.code = ${code}`);
  return found ? { ...found } : null;
}

/** The register that a document stands for; null for any other document, and for who sees no registers. */
export async function registerOfSource(principal: Principal, sourceCode: string): Promise<Register | null> {
  if (!maySee(principal.role, 'registers')) return null;
  const [found] = await db().execute<Register>(
    sql`select ${columns} from register r where r.source_code = ${sourceCode}`,
  );
  return found ? { ...found } : null;
}

/** All registers, in the order of their codes; none for who sees none. */
export async function registerList(principal: Principal): Promise<Register[]> {
  if (!maySee(principal.role, 'registers')) return [];
  return [...(await db().execute<Register>(sql`select ${columns} from register r order by r.code`))];
}
