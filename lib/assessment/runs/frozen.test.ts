import { eq, sql as statement } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { webRole } from '@/db/client';
import { run } from '@/db/schema/assessment';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { whatWouldChange } from '@/lib/assessment/runs/changes/queries';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { frozenNow, storedRun } from '@/lib/assessment/runs/queries';
import { recomputeRun } from '@/lib/assessment/runs/recompute';
import { addRevisions, replaceCurrent } from '@/lib/observations/recording/record-figures';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import {
  firstOffice,
  inventedDocument,
  inventedFigures,
  inventedRun,
  secondOffice,
  storedScheme,
} from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
const now = new Date('2026-02-10T09:00:00+08:00');
const document = inventedDocument();
const inThirds = {
  ...{ by: 'quota' as const, rounding: 'down' as const, line: 'above' as const },
  grades: ['a', 'b', 'c'].map((key, at) => ({
    key,
    nameZh: key,
    nameEn: key,
    percent: null,
    count: at < 2 ? 1 : null,
  })),
};

/** Revises one figure through the usual command. */
async function revise(unit: string, indicator: string, value: string, period = '2025'): Promise<void> {
  await database.transaction(async (tx) => {
    const incoming = statement`(select ${indicator}::text as indicator_code, ${period}::text as period_code,
      ${unit}::text as org_unit_code, ${value}::numeric as value, 1 as decimals, 'exact'::text as qualifier,
      ''::text as qualifier_printed, 'preliminary'::text as vintage, null::numeric as reported_yoy, ''::text as period_printed,
      'INV'::text as source_code, ''::text as locator, ''::text as quote, ''::text as note, 1 as n)`;
    const principal = systemPrincipal('check');
    await replaceCurrent(tx, principal, incoming, now);
    await addRevisions(tx, principal, incoming, { at: now, reason: '更正', batchId: null, collectionId: null });
  });
}

const loadRun = async (id: string) => {
  const found = await database.transaction((tx) => storedRun(tx, firstOffice, id));
  if (!found) throw new Error('no such run');
  return found;
};
/** All stored rows of a run, as text. */
const keptText = async (id: string) =>
  JSON.stringify([
    await sql`select * from run where id = ${id}`,
    await sql`select * from run_score where run_id = ${id} order by position`,
  ]);

beforeAll(async () => {
  for (const period of ['2023', '2024', '2025']) await inventedFigures(database, { period });
  await storedScheme(database, document);
});

test('the frozen inputs are one state of the database, despite concurrent writes', async () => {
  // Every write changes all figures of the period at once, so that the frozen ones agree if and only if they are of one
  // state.
  await sql`insert into period (code, kind, year, starts_on, ends_on, sort_key)
    select '2020', kind, 2020, '2020-01-01', '2020-12-31', 2024211 from period where code = '2025'`;
  await inventedFigures(database, { period: '2020' });
  const write = (n: number) =>
    sql.begin(async (tx) => {
      await tx`update observation set value = ${n}, version = ${n} + 1 where period_code = '2020' and org_unit_code in ('U1', 'U2')`;
      await tx`update observation set value = ${n}, version = ${n} + 1 where period_code = '2020' and org_unit_code not in ('U1', 'U2')`;
    });
  await write(0);
  const freeze = () =>
    database.transaction((tx) => frozenNow(tx, { scheme: document, schemeCode: 'S', period: '2020' }));
  const ids: Promise<string>[] = [];
  const frozen: ReturnType<typeof freeze>[] = [];
  const writes = Array.from({ length: 200 }, (_, n) => async () => {
    await write(n + 1);
    if (n % 20 === 10) frozen.push(freeze());
    if (n === 100) ids.push(inventedRun(database, { period: '2020', now }));
  });
  // Reading in two statements mixes two states: the test detects that.
  const naive: Promise<string[]>[] = [];
  const readApart = (unit: string) =>
    sql`select value from observation where period_code = '2020' and org_unit_code = ${unit} limit 1`;
  const readTwice = async () => {
    const [first] = await readApart('U1');
    const [last] = await readApart('U5');
    return [first?.value, last?.value];
  };
  const queue = [...writes, ...Array.from({ length: 60 }, () => async () => void naive.push(readTwice()))]
    .map((work, n) => ({ work, place: n < 200 ? n : (n - 200) * 3 + 0.5 }))
    .sort((a, b) => a.place - b.place)
    .map(({ work }) => work);
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  const seen = (await Promise.all(frozen)).map(
    ({ units }) => new Set(units.flatMap(({ figures }) => figures.map(({ value }) => value))),
  );
  expect((await Promise.all(naive)).filter(([first, last]) => first !== last).length).toBeGreaterThan(0);
  expect(seen).toHaveLength(10);
  expect(seen.filter(({ size }) => size !== 1)).toEqual([]);
  const [id = ''] = await Promise.all(ids);
  const { inputs, run: row } = await loadRun(id);
  expect(new Set(inputs.figures.map(({ value }) => value)).size).toBe(1);
  expect(row.state).toBe('published');
});

describe('a published run', () => {
  test('gives the same fingerprint when it is computed again from its stored rows', async () => {
    for (const period of ['2023', '2024', '2025']) await inventedRun(database, { period, now });
    const published = await database.select({ id: run.id }).from(run).where(eq(run.state, 'published'));
    expect(published.length).toBeGreaterThanOrEqual(4);
    for (const { id } of published) {
      const one = await loadRun(id);
      const again = recomputeRun(one);
      expect(again.sha256).toBe(one.run.sha256);
      expect(JSON.parse(JSON.stringify(again.assessment))).toEqual(one.assessment);
    }
  });

  test('can be changed neither by the web process nor by the owner of the tables', async () => {
    const id = await inventedRun(database, { now });
    const before = await keptText(id);
    await sql`insert into org_unit select (jsonb_populate_record(u, '{"code": "LATE"}')).* from org_unit u where code = 'U1'`;
    const tries = [
      `update run set sha256 = 'x' where id = '${id}'`,
      `update run set state = 'trial' where id = '${id}'`,
      `update run set published_by = 'x' where id = '${id}'`,
      `delete from run where id = '${id}'`,
      `update run_score set total = 0 where run_id = '${id}'`,
      `update run_score set rank = 1 where run_id = '${id}'`,
      `delete from run_score where run_id = '${id}'`,
      `truncate run_score`,
      `truncate run cascade`,
      `insert into run_score select (jsonb_populate_record(s, '{"org_unit_code": "LATE", "position": 99}')).*
        from run_score s where run_id = '${id}' limit 1`,
      `update scheme_version set document = '{}' where scheme_code = 'S'`,
      `delete from scheme_version where scheme_code = 'S'`,
    ];
    for (const text of tries) {
      for (const role of [null, webRole]) {
        const done = await sql
          .begin(async (tx) => {
            if (role) await tx.unsafe(`set local role ${role}`);
            return (await tx.unsafe(text)).count;
          })
          .catch((error: { code: string }) => error.code);
        expect(['23001', '42501'], `${role} ${text}`).toContain(done);
      }
    }
    expect(await keptText(id)).toBe(before);
  });

  test('is refused when its stored rows were tampered with', async () => {
    const id = await inventedRun(database, { state: 'approved', now });
    await sql`alter table run_score disable trigger user`;
    await sql`update run_score set total = total + 1 where run_id = ${id}`;
    await sql`update run_score set figures = jsonb_set(figures, '{each,value,0}', '"99.9"') where run_id = ${id} and position = 2`;
    await sql`alter table run_score enable trigger user`;
    await expect(perform(publishRun, firstOffice, { id, version: 2 }, { now, database })).rejects.toMatchObject({
      key: 'runs.refused.notReproduced',
    });
  });
});

test('a trial gets its fingerprint once, and is approved with one only', async () => {
  const id = await inventedRun(database, { state: 'trial', now });
  await sql`insert into run select (jsonb_populate_record(r, '{"id": "BARE", "sha256": ""}')).* from run r where id = ${id}`;
  const refused = (text: string) => expect(sql.unsafe(text), text).rejects.toMatchObject({ code: '23001' });
  await refused(`update run set sha256 = 'x' where id = '${id}'`);
  await refused(`update run set sha256 = '' where id = '${id}'`);
  await refused(`update run set state = 'approved' where id = 'BARE'`);
  await refused(`update run set sha256 = 'x', state = 'approved' where id = 'BARE'`);
  await sql`update run set sha256 = 'x' where id = 'BARE'`;
  await refused(`update run set sha256 = 'y' where id = 'BARE'`);
  await sql`update run set state = 'approved' where id = 'BARE'`;
  await refused(`update run set sha256 = 'y' where id = 'BARE'`);
});

describe('a late revision', () => {
  test('changes nothing published, and is reported as a possible change', async () => {
    const id = await inventedRun(database, { period: '2024', now });
    const before = await keptText(id);
    expect(await whatWouldChange(firstOffice, id)).toMatchObject({ inputs: { figures: [] }, moved: [] });
    await revise('U5', 'M1', '99.9', '2024');
    await revise('U5', 'M2', '99.9', '2024');
    await revise('U5', 'M3', '99.9', '2024');
    const report = await whatWouldChange(firstOffice, id);
    expect(report?.inputs.figures.map(({ unit, indicator, after }) => [unit, indicator, after])).toEqual(
      ['M1', 'M2', 'M3'].map((indicator) => ['U5', indicator, { value: '99.9', revision: 2, source: 'INV' }]),
    );
    expect(report?.inputs.figures[0]?.before).toMatchObject({ revision: 1 });
    expect(report?.moved.find(({ unit }) => unit === 'U5')).toMatchObject({ before: { rank: 5 }, after: { rank: 2 } });
    expect(report?.indicators.M1).toEqual({ nameZh: '演示指标1', nameEn: 'Demonstration 1' });
    expect(await keptText(id)).toBe(before);
    const again = await loadRun(id);
    expect(recomputeRun(again).sha256).toBe(again.run.sha256);
  });

  test('is reported like a new target, an entry of the ledger, a unit that left and one that joined', async () => {
    await storedScheme(
      database,
      inventedDocument(4, {
        root: {
          ...document.root,
          parts: document.root.parts.map((block) =>
            block.kind === 'block'
              ? {
                  ...block,
                  parts: block.parts.map((item) =>
                    item.kind === 'item' && item.key === 'm1'
                      ? {
                          ...item,
                          method: {
                            ...{ kind: 'completion' as const, target: { from: 'base' as const } },
                            ...{ formula: 'ratio' as const, floor: 0, cap: 100, startShare: 80, perUnit: 10 },
                          },
                        }
                      : item,
                  ),
                }
              : block,
          ),
        },
      }),
      { code: 'T' },
    );
    const target = (unit: string, base: number) => sql`
      insert into target (org_unit_code, indicator_code, year, base, note, updated_by, updated_at)
      values (${unit}, 'M1', 2023, ${base}, '', 'check', now())
      on conflict (org_unit_code, indicator_code, year) do update set base = excluded.base`;
    for (const unit of ['U1', 'U2', 'U3', 'U4', 'U5']) await target(unit, 100);
    const id = await inventedRun(database, { code: 'T', period: '2023', now });
    expect((await loadRun(id)).inputs.targets).toHaveLength(5);
    await target('U2', 60);
    await sql`insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason,
        evidence, incident, state, recorded_by, recorded_at, updated_by, updated_at)
      values ('e1', 'U1', 'T', '2023', 'deduction', '', '', 2.5, '第九条', '约谈', '通报', '', 'confirmed', 'a', now(), 'b', now())`;
    await sql`update peer_group_member set valid_to = '2010-01-01' where org_unit_code = 'U4'`;
    const report = await whatWouldChange(firstOffice, id);
    expect(report?.inputs).toMatchObject({
      figures: [],
      targets: [{ unit: 'U2', indicator: 'M1', before: { base: '100' }, after: { base: '60' } }],
      entries: [{ id: 'e1', unit: 'U1', points: 2.5, isNew: true }],
      joined: [],
      left: ['U4'],
    });
    expect(report?.moved.find(({ unit }) => unit === 'U4')).toMatchObject({ after: null });
    await sql`update peer_group_member set valid_to = null where org_unit_code = 'U4'`;
  });
});

test('a trial that counts unconfirmed entries stays a trial', async () => {
  await storedScheme(database, document, { code: 'L' });
  await sql`insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason,
      evidence, incident, state, recorded_by, recorded_at, updated_by, updated_at)
    select 'l' || state, 'U1', 'L', '2025', 'bonus', '', '', 1, '', '演示', '演示', '', state, 'a', now(), 'b', now()
    from unnest(array['provisional', 'proposed', 'reviewed', 'confirmed', 'revoked']) as state`;
  const asked = { schemeCode: 'L', number: 1, periodCode: '2025', deadlinePassed: true };
  const plain = await loadRun(await perform(computeRun, firstOffice, asked, { now, database }));
  expect(plain.inputs.entries.map(({ id }) => id)).toEqual(['lconfirmed']);
  const all = await loadRun(
    await perform(computeRun, firstOffice, { ...asked, withUnconfirmed: true }, { now, database }),
  );
  expect(all.run.terms.unconfirmed).toEqual(['lproposed', 'lprovisional', 'lreviewed']);
  expect(all.inputs.entries).toHaveLength(4);
  const { id, version } = all.run;
  expect(await refusalOf(perform(approveRun, secondOffice, { id, version }, { now, database }))).toBe(
    'conflict runs.refused.unconfirmedEntries',
  );
  await expect(inventedRun(database, { code: 'L', now })).resolves.toBeTypeOf('string');
});

test('a confirmed entry about a part that the version lacks is refused, not left out in silence', async () => {
  await storedScheme(database, document, { code: 'STRAY' });
  const asked = { schemeCode: 'STRAY', number: 1, periodCode: '2025', deadlinePassed: true };
  const compute = () => perform(computeRun, firstOffice, asked, { now, database });
  await sql`insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason,
      evidence, incident, state, recorded_by, recorded_at, updated_by, updated_at)
    values ('stray', 'U1', 'STRAY', '2025', 'bonus', 'gone', '', 30, '', '演示', '演示', '', 'confirmed', 'a', now(), 'b', now())`;
  expect(await refusalOf(compute())).toBe('invalid runs.refused.strayEntries');
  await sql`update adjustment set state = 'revoked' where id = 'stray'`;
  await expect(compute()).resolves.toBeTypeOf('string');
});

test.each([
  ['apart', { apart: ['U9'] }],
  ['promoted', { grades: inThirds, promotions: [{ unit: 'U9', grade: 'a', article: '', usesQuota: true }] }],
])('a unit %s that is not of the group in the period is refused by its name', async (code, more) => {
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    values ('U9', 'county', '演示9区', 'Demo District 9', '', 8009, true) on conflict do nothing`;
  await storedScheme(database, inventedDocument(4, more), { code });
  const asked = { schemeCode: code, number: 1, periodCode: '2025', deadlinePassed: true };
  await expect(perform(computeRun, firstOffice, asked, { now, database })).rejects.toMatchObject({
    key: 'runs.refused.strayUnits',
    details: { names: '演示9区', count: 1 },
  });
});

test('an entry about a unit that left the group is refused, not dropped in silence', async () => {
  await storedScheme(database, document, { code: 'LEFT' });
  await sql`insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason,
      evidence, incident, state, recorded_by, recorded_at, updated_by, updated_at)
    values ('left', 'U9', 'LEFT', '2025', 'bonus', '', '', 3, '', '演示', '演示', '', 'confirmed', 'a', now(), 'b', now())`;
  const asked = { schemeCode: 'LEFT', number: 1, periodCode: '2025', deadlinePassed: true };
  const compute = () => perform(computeRun, firstOffice, asked, { now, database });
  expect(await refusalOf(compute())).toBe('invalid runs.refused.strayUnits');
  await sql`update adjustment set kind = 'bonus', org_unit_code = 'U1', points = 0 where id = 'left'`;
  // A bonus of nothing is none: the ledger takes no such entry, and the verifier refuses it.
  expect(await refusalOf(compute())).toBe('invalid runs.refused.strayEntries');
});

test('a quota of more places than the group has units is refused', async () => {
  const grades = { ...inThirds, grades: inThirds.grades.map((grade, at) => ({ ...grade, count: at < 2 ? 3 : null })) };
  await storedScheme(database, inventedDocument(4, { grades }), { code: 'MANY' });
  const asked = { schemeCode: 'MANY', number: 1, periodCode: '2025', deadlinePassed: true };
  expect(await refusalOf(perform(computeRun, firstOffice, asked, { now, database }))).toBe(
    'invalid runs.refused.quotaCount',
  );
});
