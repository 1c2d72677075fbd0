import type { Sql } from '@/db/client';
import type { RuleCondition, Shares } from '@/lib/monitoring/consequences/rules/words';

let made = 0;

/**
 * An invented sequence of units with an indicator and a scheme of its own, whose lamps are told and whose runs are published as
 * a test says, without computing any: what rules of consequences look at. The units are the code and a letter: E1A, E1B.
 */
export async function toldResults(sql: Sql, { units = 2, grades = ['A', 'B', 'C', 'D'] } = {}) {
  made += 1;
  const code = `E${made}`;
  const unitOf = (at: number) => `${code}${at < 26 ? String.fromCharCode(65 + at) : at}`;
  const names = Array.from({ length: units }, (_, at) => unitOf(at));
  await sql`insert into topic (code, name_zh, name_en, sort_order) values (${code}, '演示', 'Demo', 900)`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
      basis, frequency, responsible_zh, responsible_en, sort_order)
    values (${code}, ${code}, '演示指标', 'Demonstration', '', '%', '%', 1, 'rate', 'higher', 'current', 'monthly', '演示部门',
      'Demonstration department', 900)`;
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    select u, 'county', '演示' || u, 'Demo ' || u, '', 8000, true from unnest(${names}::text[]) u`;
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values (${code}, '演示序列', 'Demonstration group', '', '', 900)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
    select ${code}, u, '2000-01-01' from unnest(${names}::text[]) u`;
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules, valid_from,
      state, edited_by, edited_at, adopted_at)
    values (${code}, 1, '演示', ${code}, '[]', false, '[]', '2000-01-01', 'held', 't', now(), now())`;
  const document = {
    grades: { by: 'cutoff', grades: grades.map((key) => ({ key, nameZh: `${key}等`, nameEn: key })) },
  };
  await sql`insert into scheme (code, name_zh, name_en, kind, peer_group_code, is_demonstration, created_by, created_at)
    values (${code}, '演示考核', 'Demonstration', 'comprehensive', ${code}, true, 't', now())`;
  await sql`insert into scheme_version (scheme_code, number, state, document, edited_by, edited_at)
    values (${code}, 1, 'published', ${JSON.stringify(document)}::text::jsonb, 't', now())`;

  /** Stores the next version of a lamp; told at once, or not before a report tells it. */
  const light = async (unit: string, month: string, colour: string, { isTold = true, indicator = code } = {}) => {
    const [year, number] = month.split('-').map(Number);
    await sql`insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour, judged,
        red_in_row, red_in_year, facts, made_at, told_at)
      select ${unit}, ${indicator}, ${year ?? 0}, ${number ?? 0}, coalesce(max(version), 0) + 1, ${code}, 1, ${colour}, ${colour},
        0, 0, '{}', now(), case when ${isTold} then now() end
      from lamp where org_unit_code = ${unit} and indicator_code = ${indicator} and year = ${year ?? 0} and month = ${number ?? 0}`;
  };

  let runs = 0;
  /** Publishes a run of a period in place of the one before; each unit with its rank, null for none, and its grade. */
  const publish = async (
    period: string,
    results: Readonly<Record<string, { readonly rank?: number | null; readonly grade?: string }>>,
  ): Promise<string> => {
    runs += 1;
    const id = `${code}-${runs}`;
    const year = Number(period.slice(0, 4));
    await sql`insert into period (code, kind, year, starts_on, ends_on, sort_key)
      values (${period}, 'year', ${year}, ${`${year}-01-01`}, ${`${year}-12-31`}, ${year * 10_000}) on conflict do nothing`;
    const scored = Object.entries(results);
    const ranked = scored.filter(([, { rank }]) => rank !== undefined && rank !== null).length;
    await sql`insert into run (id, scheme_code, scheme_version, peer_group_code, period_code, state, is_demonstration, terms, bases,
        notes, units, ranked, items, sha256, engine, computed_by, computed_at)
      values (${id}, ${code}, 1, ${code}, ${period}, 'trial', true, '{}', '[]', '[]', ${scored.length}, ${ranked}, 0, 'x', 1, 't',
        now())`;
    for (const [at, [unit, { rank = null, grade = null }]] of scored.entries())
      await sql`insert into run_score (org_unit_code, run_id, position, rank, is_tied, is_apart, is_provisional, is_eligible,
          grade, blocks, item_values, item_transformed, item_shares, item_points, item_workings, adjustments, notes, figures,
          targets)
        values (${unit}, ${id}, ${at + 1}, ${rank}, false, false, false, true, ${grade}, '[]', '{}', '{}', '{}', '{}', '{}', '[]',
          '[]', '{"count": 0, "alike": {}, "each": {}}', '[]')`;
    await sql`update run set state = 'superseded' where scheme_code = ${code} and period_code = ${period} and state = 'published'`;
    await sql`update run set state = 'approved' where id = ${id}`;
    await sql`update run set state = 'published', published_at = now() where id = ${id}`;
    return id;
  };

  /** Adopts a rule of the sequence. */
  const adopt = async (
    condition: RuleCondition,
    { suffix = '', number = 1, from = '2000-01-01', measure = 'talk', shares = null as Shares | null } = {},
  ): Promise<string> => {
    await sql`insert into consequence_rule (code, number, name_zh, name_en, peer_group_code, condition, measure, shares, valid_from,
        state, edited_by, edited_at, adopted_at)
      values (${code + suffix}, ${number}, '演示规则', 'Demonstration rule', ${code}, ${JSON.stringify(condition)}::text::jsonb,
        ${measure}, ${shares && JSON.stringify(shares)}::text::jsonb, ${from}, 'held', 't', now(), now())`;
    return code + suffix;
  };

  /** What was proposed: unit, key and share, in order. */
  const proposed = async (rule = code): Promise<string[]> => {
    const rows = await sql`select org_unit_code as unit, key, share from consequence where rule_code = ${rule}
      order by org_unit_code, key collate "C"`;
    return rows.map(({ unit, key, share }) =>
      [`${unit}`.slice(code.length), `${key}`.replace(`${code}:`, ''), share && `${Number(share)}%`]
        .filter(Boolean)
        .join(' '),
    );
  };

  /** Puts the rules of the sequence out of force, so that those of later tests run alone. */
  const end = () => sql`update consequence_rule set adopted_at = null where peer_group_code = ${code}`;

  return { code, units: names, light, publish, adopt, proposed, end };
}
