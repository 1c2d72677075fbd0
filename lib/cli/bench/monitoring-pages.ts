import { db, type Sql } from '@/db/client';
import type { Measured } from '@/lib/cli/bench/report';
import { answerTimes } from '@/lib/cli/bench/timing';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { account, Browser } from '@/lib/testing/accounts';

const size = { units: 100, indicators: 100, followUps: 10_000 } as const;
const rounds = 60;
const pages = [
  { what: `The leader's page, ${size.units} units × ${size.indicators} indicators`, path: '/workbench?group=lead' },
  { what: `${size.followUps} open follow-ups as a list`, path: '/monitoring/follow-ups' },
  { what: 'The same as a board', path: '/monitoring/follow-ups?view=board' },
];

/** The pages of monitoring for a leader, made anew, against the emptiest page of the same server for the same reader. */
export async function monitoringPageTimes(sql: Sql, url: string): Promise<Measured[]> {
  await addLamps(sql);
  await addFollowUps(sql);
  await sql`analyze`;
  const leader = await account(db(), { username: 'benchleader', role: 'leader', unitCode: '' });
  const browser = new Browser();
  await browser.signIn(leader.username, leader.password);
  const cookie = browser.caller.cookies;
  const times = await answerTimes(
    [
      ...pages.map(({ path }) => ({ name: path, url: `${url}${path}`, cookie })),
      { name: 'empty', url: `${url}/no-such-page`, status: 404, cookie },
    ],
    rounds,
  );
  const floor = times.get('empty') ?? Number.NaN;
  return pages.map(({ what, path }) => {
    const time = times.get(path) ?? Number.NaN;
    const note = `${time.toFixed(1)} ms and ${floor.toFixed(1)} ms`;
    return { what: `${what}, against an empty page`, value: time / floor, unit: '×', budget: 2, note };
  });
}

/** Lamps of two months of a sequence, a third of them red, others in the second month than in the first. */
async function addLamps(sql: Sql): Promise<void> {
  await sql`insert into topic (code, name_zh, name_en, sort_order) values ('lead', '演示数据', 'Demonstration data', 9200)`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
      basis, frequency, responsible_zh, responsible_en, sort_order)
    select 'lead-' || n, 'lead', '演示' || n, 'Demonstration ' || n, '', '亿元', '100 m yuan', 2, 'amount', 'higher',
      'yearToDate', 'monthly', '演示部门' || n % 9, 'Department ' || n % 9, 9200 + n
    from generate_series(1, ${size.indicators}::int) n`;
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    select 'lead-' || n, 'county', '演示区' || n, 'Demonstration ' || n, '', 9200 + n, true
    from generate_series(1, ${size.units}::int) n`;
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('lead', '演示数据', 'Demonstration data', '', '', 9200)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
    select 'lead', code, '2000-01-01' from org_unit where code like 'lead-%'`;
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules, valid_from,
      state, edited_by, edited_at, adopted_by, adopted_at)
    values ('LEAD', 1, '演示数据', 'lead', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2026-01-01',
      'held', 'bench', now(), 'bench', now())`;
  await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
    select u.code, i.code, 2026, 100, '', 1, 'bench', now()
    from org_unit u, indicator i where u.code like 'lead-%' and i.code like 'lead-%'`;
  await sql`insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour, judged,
      red_in_row, red_in_year, facts, made_at)
    select 'lead-' || u, 'lead-' || i, 2026, month, 1, 'LEAD', 1, colour, colour, 0, 0,
      '{"actual": 30, "target": 100, "expected": 50, "gapPoints": -20}', now()
    from generate_series(1, ${size.units}::int) u, generate_series(1, ${size.indicators}::int) i,
      generate_series(8, 9) month,
      lateral (select (array['red', 'yellow', 'green'])[1 + (u + i + (month = 9 and (u * i) % 11 = 0)::int) % 3]) c (colour)`;
}

async function addFollowUps(sql: Sql): Promise<void> {
  await sql`insert into follow_up (id, title, matter, org_unit_code, assisting, due_on, origin, state, measures, version,
      updated_by, updated_at)
    select '2026-' || 100000 + n, '演示督办' || n, '演示', 'lead-' || 1 + n % ${size.units}::int, '[]',
      date '2026-01-01' + (n % 700), '{"kind": "hand", "note": ""}', (array['assigned', 'signed', 'working', 'reported'])[1 + n % 4],
      '演示', 1, 'bench', now()
    from generate_series(1, ${size.followUps}::int) n`;
}
