import { asc, desc, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { indicator, indicatorAlias, indicatorDefinition, topic } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { TakenNames } from '@/lib/catalogue/indicators/editing/taken-names';
import type { IndicatorToEdit, Offered, Uses } from '@/lib/catalogue/indicators/editing/words';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { nameReader } from '@/lib/catalogue/names/read-name';
import { inTreeOrder } from '@/lib/catalogue/topics/tree';
import { Refusal } from '@/lib/errors';

/** A code as a word of its own inside a stored document. */
const namedIn = (column: string) =>
  sql`${sql.raw(column)}::text ~ ('(^|[^[:alnum:]_-])' || regexp_replace(one.code, '([.\\-])', '\\\\\\1', 'g') || '($|[^[:alnum:]_-])')`;

const countOf = (from: ReturnType<typeof sql>) => sql`(select count(*)::int from ${from})`;

/** What uses an indicator; figures are counted up to one of each kind, since one is enough to keep it. */
async function usesIn(on: Pick<Tx, 'execute'>, code: string): Promise<Uses> {
  const some = (table: string) => sql`(select count(*)::int from (select from ${sql.raw(table)} f
    where f.indicator_code = one.code limit 1) held)`;
  const [uses] = await on.execute<Uses>(sql`
    select ${some('observation')} + ${some('observation_revision')} + ${some('published_rank')} + ${some('cited_figure')}
        + ${some('submission_value')} + ${some('coverage')} + ${some('source_coverage')} + ${some('review_event')} as figures,
      ${some('target')} + ${some('target_draft')} + ${some('target_event')} as targets,
      ${countOf(sql`lamp_rule_set s where s.indicators ? one.code`)} + ${some('lamp')} as lamps,
      ${some('indicator_formula')} + ${countOf(sql`indicator_input i where i.input_code = one.code`)} as formulas,
      ${countOf(sql`collection c where exists (select from collection_item i
        where i.collection_id = c.id and i.indicator_code = one.code)`)} as collections,
      ${countOf(sql`collection_calendar c where ${namedIn('c.items')}`)} as calendars,
      (select count(distinct v.scheme_code)::int from scheme_version v where ${namedIn('v.document')}) as schemes,
      (select count(distinct r.code)::int from check_rule r
        where ${namedIn('r.parameters')} or ${namedIn('r.indicator_codes')}) as rules,
      ${countOf(sql`indicator i where i.growth_of = one.code or i.replaced_by = one.code`)} as indicators,
      ${countOf(sql`proposal p where p.subject = 'indicator/' || one.code and p.state = 'waiting'`)}
        + ${countOf(sql`place p where ${namedIn('p.settings')}`)}
        + ${countOf(sql`follow_up f where one.code in (f.condition ->> 'indicator', f.origin ->> 'indicator')`)}
        + ${countOf(sql`leader_remark r where r.indicator_code = one.code`)}
        + ${countOf(sql`annotation a where a.indicator_code = one.code`)}
        + ${countOf(sql`unit_task k where k.indicator_code = one.code`)}
        + ${countOf(sql`register_link l where l.indicator_code = one.code`)}
        + ${countOf(sql`proposal p where p.input ->> 'indicatorCode' = one.code and p.state = 'waiting'`)} as others
    from (select ${code}::text as code) one`);
  if (!uses) throw new Error('a count without a row');
  return uses;
}

/** What uses an indicator, for a command. */
export async function usesOf(work: Work, code: string): Promise<Uses> {
  return usesIn(work.tx, code);
}

/** An indicator for its forms, with what uses it; null for an unknown one, and for who may not edit it. */
export async function indicatorToEdit(principal: Principal, code: string): Promise<IndicatorToEdit | null> {
  if (!maySee(principal.role, 'manageIndicators')) return null;
  const [[row], definitions, uses] = await Promise.all([
    db()
      .select({
        indicator,
        aliases: sql<string[]>`array(select alias from indicator_alias a
          where a.indicator_code = ${indicator.code} order by alias)`,
        reviewers: sql<number>`(select count(*)::int from app_user u where u.role = 'departmentReviewer'
          and u.department = ${indicator.responsibleZh} and u.banned is not true)`,
        waiting: sql<number>`(select count(*)::int from proposal p
          where p.subject = 'indicator/' || ${indicator.code} and p.state = 'waiting')`,
      })
      .from(indicator)
      .where(eq(indicator.code, code)),
    db()
      .select()
      .from(indicatorDefinition)
      .where(eq(indicatorDefinition.indicatorCode, code))
      .orderBy(desc(indicatorDefinition.validFrom)),
    usesIn(db(), code),
  ]);
  if (!row) return null;
  const { indicator: head, ...counted } = row;
  return { ...head, ...counted, definitions, uses };
}

/** The topics, departments and units of measure that forms offer. */
export async function offeredWords(principal: Principal): Promise<Offered> {
  if (!maySee(principal.role, 'manageIndicators')) return { topics: [], departments: [], units: [] };
  const [topics, words] = await Promise.all([
    db()
      .select({
        code: topic.code,
        parentCode: topic.parentCode,
        nameZh: topic.nameZh,
        nameEn: topic.nameEn,
        sortOrder: topic.sortOrder,
      })
      .from(topic),
    db().execute<{ kind: 'departments' | 'units'; word: string }>(sql`
      select 'departments' as kind, responsible_zh as word from indicator where responsible_zh <> '' group by 2
      union all select 'units', unit_zh from indicator where unit_zh <> '' group by 2
      order by 1, 2`),
  ]);
  const wordsOf = (kind: 'departments' | 'units') => words.flatMap((row) => (row.kind === kind ? row.word : []));
  return { topics: inTreeOrder(topics), departments: wordsOf('departments'), units: wordsOf('units') };
}

/** Refuses a topic that is not there. */
export async function refuseUnknownTopic(work: Work, code: string): Promise<void> {
  const [known] = await work.tx.select({ code: topic.code }).from(topic).where(eq(topic.code, code));
  if (!known) throw new Refusal('invalid', 'catalogue.refused.noTopic', { field: 'topicCode' });
}

/**
 * Refuses names that others have, as `TakenNames` does, among the whole catalogue; the catalogue is read only where a name
 * is new to the indicator.
 */
export async function refuseTakenNames(
  work: Work,
  own: string | null,
  { nameZh, aliases }: { nameZh: string; aliases: readonly string[] },
): Promise<void> {
  const held = own === null ? [] : await namesOf(work, own);
  const fresh = aliases.filter((alias) => !held.includes(alias));
  if (held.includes(nameZh) && fresh.length === 0) return;
  const taken = new TakenNames((await catalogueNames(work.tx)).indicators);
  taken.refuse(own, { nameZh: held.includes(nameZh) ? null : nameZh, aliases: fresh });
}

/** The Chinese name and the aliases that an indicator has. */
async function namesOf(work: Work, code: string): Promise<string[]> {
  const rows = await work.tx.execute<{ name: string }>(sql`
    select name_zh as name from indicator where code = ${code}
    union all select alias from indicator_alias where indicator_code = ${code}`);
  return rows.map(({ name }) => name);
}

/** The code of an indicator that a person names by code, name or alias; null for an empty text. Refuses none and several. */
export async function namedIndicator(work: Work, field: string, typed: string): Promise<string | null> {
  if (typed === '') return null;
  const [same] = await work.tx.select({ code: indicator.code }).from(indicator).where(eq(indicator.code, typed));
  if (same) return same.code;
  const found = nameReader((await catalogueNames(work.tx)).indicators)(typed);
  if (found.kind === 'one') return found.code;
  const either = found.kind === 'either' ? found.entries.slice(0, 3) : [];
  throw either.length > 0
    ? new Refusal('invalid', 'catalogue.refused.severalIndicators', {
        ...{ field, name: typed },
        others: either.map(({ code, nameZh }) => `${nameZh}（${code}）`).join('、'),
      })
    : new Refusal('invalid', 'catalogue.refused.noSuchIndicator', { field, name: typed });
}

/** The codes in use, of which a new one must differ. */
export async function takenCodes(work: Work): Promise<string[]> {
  const rows = await work.tx.select({ code: indicator.code }).from(indicator);
  return rows.map(({ code }) => code);
}

/**
 * The English words of a unit of measure and of departments as other indicators have them; the Chinese ones where none
 * has any.
 */
export async function englishWords(
  work: Work,
  { unitZh, departments }: { unitZh: string; departments: readonly string[] },
): Promise<{ unit: string; departmentOf: (name: string) => string }> {
  const rows = await work.tx.execute<{ kind: string; zh: string; en: string }>(sql`
    select 'unit' as kind, unit_zh as zh, min(unit_en) as en from indicator
      where unit_zh = ${unitZh} and unit_en <> unit_zh group by unit_zh
    union all
    select 'department', responsible_zh, min(responsible_en) from indicator
      where responsible_zh = any(${sql.param([...departments])}::text[]) and responsible_en <> responsible_zh
      group by responsible_zh`);
  const english = (kind: string, zh: string) => rows.find((row) => row.kind === kind && row.zh === zh)?.en ?? zh;
  return { unit: english('unit', unitZh), departmentOf: (name) => english('department', name) };
}

/** The aliases of an indicator. */
export async function aliasesOf(work: Work, code: string): Promise<string[]> {
  const rows = await work.tx
    .select({ alias: indicatorAlias.alias })
    .from(indicatorAlias)
    .where(eq(indicatorAlias.indicatorCode, code))
    .orderBy(asc(indicatorAlias.alias));
  return rows.map(({ alias }) => alias);
}
