import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@/e2e/fixtures';
import { askersAt, cookiesOf, everybody, joinProduct, newAccount } from '@/e2e/people';
import { ask, transports, transportsBy } from '@/e2e/transports';
import { maySee } from '@/lib/access/permissions';
import { viewAt } from '@/lib/access/viewed';
import { isDeep, many } from '@/lib/testing/many';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

joinProduct();
test.describe.configure({ mode: 'serial' });

/** The rows for the parameters of addresses. */
type Rows = Readonly<
  Record<
    | 'user'
    | 'collection'
    | 'unit'
    | 'upload'
    | 'sheet'
    | 'attachment'
    | 'calendar'
    | 'run'
    | 'target'
    | 'report'
    | 'bulletin'
    | 'board'
    | 'followUp'
    | 'consequence'
    | 'task'
    | 'appeal',
    string
  >
>;
const nothing: Rows = {
  user: 'nobody',
  collection: 'none',
  unit: 'none',
  ...{ upload: 'none', sheet: 'none', attachment: 'none' },
  calendar: 'none',
  run: 'none',
  target: 'GDP/320600/2022',
  ...{ report: 'none', bulletin: 'none', board: 'none' },
  followUp: '2000-1',
  consequence: 'none',
  task: 'none',
  appeal: 'none',
};

/** Every page and every GET route of the build, opened with existing rows. */
function builtPaths(rows: Rows): string[] {
  const routes: Record<string, string> = JSON.parse(
    readFileSync(join(process.cwd(), checkedBuild, 'app-path-routes-manifest.json'), 'utf8'),
  );
  const codes: Record<string, string> = { indicators: 'GDP', indicator: 'GDP', units: '320671', sources: 'SEED2' };
  Object.assign(codes, { rules: 'UNIT-SLIP', sequences: 'JS_CITIES', registers: 'DEMO-KEY' });
  // A scheme that is published and has a draft.
  Object.assign(codes, { schemes: 'DEMO-SAFETY', scheme: 'DEMO-SAFETY' });
  const left =
    /^\/(_|\[\.\.\.|icon|healthz|readyz|metrics|display|embed|api\/(display|locale|sign-out|uploads|reporting|monitoring|v1\/\[))/;
  return Object.values(routes)
    .filter((path) => !left.test(path))
    .map((path) =>
      path
        .replace('[indicator]/[unit]/[period]', 'GDP/320600/2022')
        .replace('/indicator/[indicator]/[period]', '/indicator/NONE/2000-M01')
        .replace('[indicator]/[unit]/[year]', rows.target)
        .replace('/explanation/[run]/[unit]/[item]', `/explanation/${rows.run}/DEMO-ZONE3/output`)
        .replace('/explanation/[run]/[unit]', `/explanation/${rows.run}/DEMO-ZONE3`)
        .replace('/lamps/[unit]/[indicator]', '/lamps/DEMO-BING/DEMO_PROJ')
        .replace('/lamp-rules/[code]/[number]', '/lamp-rules/L1/1')
        .replace('/annotations/[id]', '/annotations/SEED2-award-2022')
        .replace(/\/((report|bulletin|board)s?)\/\[id\]/, (_, room, row: 'board') => `/${room}/${rows[row]}`)
        .replace('/consequences/[id]', `/consequences/${rows.consequence}`)
        .replace('/consequence-rules/[code]/[number]', '/consequence-rules/C1/1')
        .replace('/task-lists/[unit]/[task]', `/task-lists/DEMO-BING/${rows.task}`)
        .replace('/task-lists/[unit]', '/task-lists/DEMO-BING?year=2000')
        .replace('/task-templates/[id]', `/task-templates/${rows.task}`)
        .replace('/entries/[identifier]', '/entries/DEMO-0003')
        .replace('/follow-ups/[id]', `/follow-ups/${rows.followUp}`)
        .replace('/appeals/[id]', `/appeals/${rows.appeal}`)
        .replace('/appeal/[id]/[file]', `/appeal/${rows.appeal}/none`)
        .replace('/evidence/[id]/[file]', `/evidence/${rows.followUp}/none`)
        .replace('/manuals/[manual]', '/manuals/reporter')
        .replace('/runs/[id]', `/runs/${rows.run}`)
        .replace('/v1/rankings/[id]', `/v1/rankings/${rows.run}`)
        .replace('/run/[id]', `/run/${rows.run}`)
        .replace('/users/[id]', `/users/${rows.user}`)
        .replace('/collections/[id]', `/collections/${rows.collection}`)
        .replace('/collection/[id]', `/collection/${rows.collection}`)
        .replace('/calendars/[id]', `/calendars/${rows.calendar}`)
        .replace('/attachment/[id]', `/attachment/${rows.attachment}`)
        .replace('/upload/[id]', `/upload/${rows.upload}`)
        .replace('[collection]', rows.collection)
        .replace('[unit]', rows.unit)
        .replace('[upload]', rows.upload)
        .replace('[sheet]', rows.sheet)
        .replace(/([^/]+)\/\[code\]/, (_, room) => `${room}/${codes[room]}`),
    )
    .map((path) => (path.startsWith('/api/search') ? `${path}?q=gdp` : path))
    .map((path) => (path.startsWith('/api/downloads/scheme/') ? `${path}?version=1` : path))
    .map((path) => (path === '/api/downloads/ranking' ? `${path}?format=csv&run=${rows.run}` : path));
}

/** Texts that no answer to anybody may contain. */
const secrets = /\$argon2|@users\.invalid|otpauth:|backup_codes|active_at/;

test('every page, for everybody, in four transports, shows its rows to permitted readers alone', async ({
  product,
  sql,
}) => {
  test.setTimeout(300_000);
  const marker = `标记${randomBytes(4).toString('hex')}`;
  // The account is found first by its name, since a page of the list has fifty.
  const marked = await newAccount('reporter', undefined, `0.${process.pid}`);
  await sql`update app_user set name = ${marker} where id = ${marked.id}`;
  const people = await everybody();
  const faults: string[] = [];
  let asked = 0;
  let shown = 0;
  // A follow-up of a unit to which nobody here belongs.
  const foreign = `督办${randomBytes(4).toString('hex')}`;
  const followUp = `2000-${process.pid}`;
  await sql`insert into follow_up (id, title, matter, org_unit_code, assisting, due_on, origin, state, version, updated_by,
      updated_at)
    values (${followUp}, ${foreign}, ${foreign}, 'DEMO-BING', '[]', '2000-01-01', '{"kind": "hand", "note": ""}', 'working',
      1, 'check', now())`;
  let followed = 0;
  // A consequence that was proposed and is confirmed to no unit, of the same unit.
  const unconfirmed = `结果${randomBytes(4).toString('hex')}`;
  const consequence = `every-reader-${process.pid}`;
  await sql`insert into consequence_rule (code, number, name_zh, name_en, peer_group_code, condition, measure, valid_from, state,
      edited_by, edited_at)
    values (${consequence}, 1, ${unconfirmed}, ${unconfirmed}, 'DEMO_COUNTIES', '{"kind": "overdue", "days": 1}', 'talk', '2000-01-01',
      'draft', 'check', now())`;
  await sql`insert into consequence (id, rule_code, rule_number, org_unit_code, key, met, measure, basis, state, proposed_at,
      updated_by, updated_at)
    values (${consequence}, ${consequence}, 1, 'DEMO-BING', 'check', '2000-01-01', 'talk',
      '{"kind": "followUp", "followUp": "2000-1", "dueOn": "2000-01-01", "days": 1}', 'proposed', now(), 'check', now())`;
  let proposed = 0;
  // And a task of the same unit, from a template of the same name.
  const listed = `清单${randomBytes(4).toString('hex')}`;
  const task = `task-${process.pid}`;
  await sql`insert into task_template (id, title, year, tasks, handed, edited_by, edited_at)
    values (${task}, ${listed}, 2000, '[]', 0, 'check', now())`;
  await sql`insert into unit_task (id, org_unit_code, year, title, goal, due_on, template_id, template_task, state, updated_by,
      updated_at)
    values (${task}, 'DEMO-BING', 2000, ${listed}, ${listed}, '2000-12-31', ${task}, 1, 'notBegun', 'check', now())`;
  let tasks = 0;
  // And an appeal of such a unit, whose words are the same.
  const appeal = `appeal-${process.pid}`;
  const [demo] =
    await sql`select collection_id, org_unit_code from submission where org_unit_code = 'DEMO-BING' limit 1`;
  const [calendar] = await sql`select id from collection_calendar limit 1`;
  const [run] = await sql`select id from run where scheme_code = 'DEMO-ZONES' and state = 'published' limit 1`;
  await sql`insert into appeal (id, run_id, org_unit_code, about, grounds, asks, state, actors, version, filed_at, updated_by,
      updated_at)
    values (${appeal}, ${run?.id}, 'DEMO-ZONE3', '[""]', ${foreign}, ${foreign}, 'filed', '["check"]', 1, now(), 'check', now())`;
  const [target] = await sql`select concat_ws('/', indicator_code, org_unit_code, year) as path from target
    where org_unit_code = 'DEMO-BING' limit 1`;
  const [report] =
    await sql`select r.id, b.id as bulletin, d.id as board from monitoring_report r, bulletin b, board d where r.state = 'published' and b.number = 1 and d.published_edition is not null limit 1`;
  const rows = {
    ...{ report: report?.id, bulletin: report?.bulletin, board: report?.board },
    target: target?.path,
    run: run?.id,
    collection: demo?.collection_id,
    unit: demo?.org_unit_code,
    calendar: calendar?.id,
    followUp,
    consequence,
    task,
    appeal,
  };
  for (const [row, path] of builtPaths({ ...nothing, ...rows, user: marked.id }).entries()) {
    for (const [column, person] of askersAt(row, people).entries()) {
      // Every page is tried with all who may not see it, and with those who may by turns; in the deep run with all.
      const mayLook = maySee(person.role, viewAt(path));
      if (mayLook && !isDeep && (row + column) % 3 > 0) continue;
      for (const transport of transportsBy(row + column)) {
        const { status, body, headers } = await ask(`${product}${path}`, person, transport);
        asked += 1;
        const where = `${path} for ${person.name} as ${transport.name}: ${status}`;
        if (body.includes(marker)) shown += 1;
        if (!mayLook && body.includes(marker)) faults.push(`${where} leaks`);
        const isOfUnit = person.role === 'reporter' || person.role === 'unitReviewer';
        if (body.includes(foreign)) followed += 1;
        if (body.includes(listed)) tasks += 1;
        if ((!mayLook || isOfUnit) && body.includes(listed)) faults.push(`${where} leaks a task`);
        if ((!mayLook || isOfUnit) && body.includes('演示3号机械厂')) faults.push(`${where} leaks an entry`);
        if (body.includes(unconfirmed)) proposed += 1;
        if ((!mayLook || isOfUnit) && body.includes(unconfirmed)) faults.push(`${where} leaks a consequence`);
        if ((!mayLook || isOfUnit) && body.includes(foreign)) faults.push(`${where} leaks a follow-up or an appeal`);
        if (secrets.test(body)) faults.push(`${where} holds a secret`);
        if (status >= 500) faults.push(where);
        if (person.role !== 'visitor' && /public/.test(`${headers['cache-control']}`))
          faults.push(`${where} may be kept`);
        if (transport.name === 'HTML' && !path.startsWith('/sign-in') && !path.startsWith('/api/')) {
          // A row of a unit or department outside the reader's scope is not found.
          const isForeign =
            /^\/reporting\/(entry|import|mapping)\/|\/indicator\/NONE\/|\/boards\/.+\/edit$/.test(path) ||
            // The assessment office reads the returns of all units.
            (path.startsWith('/reporting/review/') && person.role !== 'assessmentOffice') ||
            (isOfUnit &&
              (path.endsWith('/entries/DEMO-0003') ||
                path.startsWith('/monitoring/task-lists/') ||
                [followUp, consequence, appeal, '/assessment/appeals/new'].some((one) => path.endsWith(one))));
          const expected = !mayLook ? (person.role === 'visitor' ? 307 : 403) : isForeign ? 404 : 200;
          if (status !== expected) faults.push(`${where}, expected ${expected}`);
        }
      }
    }
  }
  await sql`delete from follow_up where id = ${followUp}`;
  await sql`delete from consequence where id = ${consequence}`;
  await sql`delete from consequence_rule where code = ${consequence}`;
  await sql`delete from unit_task where id = ${task}`;
  await sql`delete from task_template where id = ${task}`;
  await sql`delete from appeal where id = ${appeal}`;
  console.log(`${asked} answers, the marked row in ${shown}, the follow-up in ${followed}`);
  expect(faults).toEqual([]);
  expect(shown).toBeGreaterThan(many(3, 0));
  expect(followed).toBeGreaterThan(0);
  expect(proposed).toBeGreaterThan(0);
  expect(tasks).toBeGreaterThan(0);
});

test('an existing and an unknown account look the same without the permission to see accounts', async ({ product }) => {
  test.setTimeout(400_000);
  const there = await newAccount('reporter');
  const lengthOf = (text: string) => text.replaceAll(/nonce-[^'"]+|nonce="[^"]*"|[\w-]{20,}={0,2}/g, '').length;
  for (const person of (await everybody()).filter(({ role }) => role !== 'administrator' && role !== 'auditor')) {
    const real = await ask(`${product}/access/users/${there.id}`, person);
    const statuses = new Set<number>();
    const lengths: number[] = [];
    for (let guess = 0; guess < many(50, 3); guess += 1) {
      const answer = await ask(`${product}/access/users/${randomBytes(24).toString('base64url')}`, person);
      statuses.add(answer.status);
      lengths.push(lengthOf(answer.body));
    }
    // An answer is sent in pieces of varying length.
    expect(lengthOf(real.body), person.name).toBeGreaterThanOrEqual(Math.min(...lengths) - 20);
    expect(lengthOf(real.body), person.name).toBeLessThanOrEqual(Math.max(...lengths) + 20);
    expect([...statuses], person.name).toEqual([real.status]);
    expect(real.status).toBe(person.role === 'visitor' ? 307 : 403);
  }
});

test.describe('with public reading off', () => {
  let closed: Awaited<ReturnType<typeof startWebServer>>;

  test.beforeAll(async () => {
    process.env.PUBLIC_READING = 'off';
    closed = await startWebServer(process.env.BATON_E2E_DATABASE ?? '', checkedBuild);
    delete process.env.PUBLIC_READING;
  });
  test.afterAll(() => closed.stop());

  test('a visitor sees no figure on any page, in any transport', async () => {
    const faults: string[] = [];
    for (const path of builtPaths(nothing).filter((one) => !one.startsWith('/sign-in'))) {
      for (const transport of transports) {
        const { status, body } = await ask(`${closed.url}${path}`, { cookies: '' }, transport);
        if (/1,?843\.7|11,?379|class="figure/.test(body)) faults.push(`${path} as ${transport.name} leaks`);
        const shut = path.startsWith('/api/v1/') ? 401 : 307;
        const isOpen = /^\/(access\/roles|api\/v1\/openapi)/.test(path);
        if (transport.name === 'HTML' && status !== shut && !isOpen) faults.push(`${path}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('a reporter sees the figures of the own unit and none of another', async ({ sql }) => {
    const [own] =
      await sql`select value::text from observation where org_unit_code = '320671' and indicator_code = 'IND_OUT' and not value::text like '%00' limit 1`;
    const [foreign] =
      await sql`select value::text from observation where org_unit_code = '320500' and indicator_code = 'GDP' and value > 1000 limit 1`;
    const valuePattern = (value: string) =>
      new RegExp(
        value
          .replace(/\.0+$/, '')
          .replace(/\B(?=(\d{3})+(?!\d))/g, ',?')
          .replace('.', '\\.'),
      );
    const reporter = { cookies: await cookiesOf(await newAccount('reporter', '320671')) };
    const leader = { cookies: await cookiesOf(await newAccount('leader')) };
    const pages = [
      '/catalogue/units/320671',
      '/catalogue/units/320500',
      '/catalogue/indicators/GDP',
      '/dashboards/compare',
      '/',
    ];
    const pathsShowing = async (person: { cookies: string }, value: string) => {
      const answers = await Promise.all(
        pages.flatMap((path) => transports.map((way) => ask(`${closed.url}${path}`, person, way))),
      );
      return answers.some(({ body }) => valuePattern(value).test(body));
    };
    expect(await pathsShowing(reporter, own?.value)).toBe(true);
    expect(await pathsShowing(reporter, foreign?.value)).toBe(false);
    expect(await pathsShowing(leader, foreign?.value)).toBe(true);
  });

  test('a reporter reads the score of the own unit in a ranking and that of no other', async ({ sql }) => {
    const own = 'DEMO-ZONE3';
    const totals = await sql`select s.run_id as run, s.org_unit_code as unit, s.shown::text from run_score s
      join run r on r.id = s.run_id where r.scheme_code = 'DEMO-ZONES' and r.state = 'published'
      and r.period_code = (select max(period_code) from run where scheme_code = 'DEMO-ZONES' and state = 'published')`;
    const run = totals[0]?.run;
    const reporter = { cookies: await cookiesOf(await newAccount('reporter', own)) };
    const ranking = `/assessment/rankings?run=${run}`;
    const pages = [
      ranking,
      `${ranking}&open=DEMO-ZONE1`,
      `/assessment/rankings/heat?run=${run}`,
      '/assessment/rankings/course?scheme=DEMO-ZONES',
      `/assessment/rankings/places?run=${run}&unit=DEMO-ZONE1`,
      `/assessment/explanation/${run}/${own}`,
      `/assessment/explanation/${run}/DEMO-ZONE1`,
      `/assessment/explanation/${run}/${own}/output`,
      `/assessment/explanation/${run}/DEMO-ZONE1/output`,
      `/assessment/sensitivity/what-if?run=${run}`,
      `/assessment/sensitivity/robustness?run=${run}`,
      `/assessment/sensitivity/weights?run=${run}`,
      `/api/downloads/ranking?run=${run}&format=csv`,
      `/api/downloads/run/${run}`,
      `/api/downloads/run/${run}?part=figures`,
      '/workbench',
    ];
    const seen = new Set<string>();
    const leaks: string[] = [];
    for (const path of pages) {
      for (const way of transports) {
        const { body } = await ask(`${closed.url}${path}`, reporter, way);
        for (const { unit, shown } of totals) {
          if (!new RegExp(`(?<![\\d.])${shown.replace('.', '\\.')}(?!\\d)`).test(body)) continue;
          seen.add(unit);
          if (unit !== own) leaks.push(`${path} as ${way.name} tells ${shown} of ${unit}`);
        }
      }
    }
    expect(leaks).toEqual([]);
    expect([...seen]).toEqual([own]);
  });
});
