import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as changes } from '@/app/api/v1/changes/route';
import { GET as figures } from '@/app/api/v1/figures/route';
import { GET as lamps } from '@/app/api/v1/lamps/route';
import { GET as oneRanking } from '@/app/api/v1/rankings/[id]/route';
import { GET as rankings } from '@/app/api/v1/rankings/route';
import { GET as tasks } from '@/app/api/v1/tasks/route';
import { GET as units } from '@/app/api/v1/units/route';
import { testDatabase } from '@/db/testing';
import { createClient } from '@/lib/access/clients/create-client';
import { type ReadingRole, readingRoles } from '@/lib/access/clients/words';
import { perform } from '@/lib/access/command';
import { accountPrincipal, anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { publishedRuns, resultRun } from '@/lib/assessment/rankings/queries';
import { todayOf } from '@/lib/catalogue/today';
import { unitList } from '@/lib/catalogue/units/queries';
import { isOverdue } from '@/lib/monitoring/follow-ups/due-in';
import { followUpList } from '@/lib/monitoring/follow-ups/list/queries';
import { lampGroups, lampMonths, lampTable } from '@/lib/monitoring/lamps/shown/queries';
import { writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import { taskLines } from '@/lib/monitoring/task-lists/page/queries';
import { figureStretches } from '@/lib/publishing/csv/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { inventedMonitoring } from '@/lib/testing/invented-monitoring';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const runs: Record<string, string> = {};
const tokens = new Map<string, string>();

beforeAll(async () => {
  await inventedFigures(database);
  await inventedFigures(database, { period: '2026' });
  await inventedMonitoring(sql);
  await storedScheme(database, inventedDocument());
  await storedScheme(database, inventedDocument(), { code: 'DRAFT', state: 'draft' });
  runs.published = await inventedRun(database);
  runs.approved = await inventedRun(database, { period: '2026', state: 'approved' });
  runs.trial = await inventedRun(database, { period: '2026', state: 'trial' });
  // A unit that exists beside those of the demonstration, which are seen alike.
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
    values ('REAL', 'county', '甲区', 'District A', '', 1)`;
  const expiresOn = todayOf({ now: new Date() });
  for (const role of readingRoles) {
    const terms = { name: `检查·${role}`, role, unitCode: role === 'reporter' ? 'U1' : '', expiresOn };
    tokens.set(role, (await perform(createClient, person('administrator'), terms, { now: new Date() })).token);
  }
});
beforeEach(async () => {
  await sql`delete from throttle`;
});

const asked = (path: string, token?: string) =>
  new Request(`http://localhost:3000/api/v1${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
type Row = Readonly<Record<string, unknown>>;
/** The rows of an answer; none of a refused one. */
const rowsOf = async (answer: Response): Promise<Row[]> => (answer.status === 200 ? (await answer.json()).data : []);

/** Who reads on screen with the rights of a token. */
function onScreen(role: ReadingRole, publicReading: boolean): Principal {
  if (role === 'visitor') return anonymousPrincipal({ publicReading });
  if (role !== 'reporter') return someone('screen', role);
  return accountPrincipal({ ...someone('screen', role), unitCode: 'U1', units: ['U1'] });
}

const today = todayOf({ now: new Date() });

async function lampsOnScreen(principal: Principal) {
  const seen: string[] = [];
  for (const { code: group } of await lampGroups(principal))
    for (const month of await lampMonths(principal, group)) {
      const table = await lampTable(principal, { group, ...month, only: '' }, { page: 1 });
      for (const lamp of table.lamps) {
        const of = table.indicators.find(({ code }) => code === lamp.indicator);
        if (!of) throw new Error(`no indicator ${lamp.indicator}`);
        const period = `${lamp.year}-M${`${lamp.month}`.padStart(2, '0')}`;
        const told = lamp.toldAt === null ? null : new Date(lamp.toldAt).toISOString();
        seen.push(
          [lamp.unit, lamp.indicator, period, lamp.colour, writtenReason(lamp, of, 'en'), told, lamp.isRevised].join(),
        );
      }
    }
  return seen.sort();
}

async function tasksOnScreen(principal: Principal) {
  const choice = { unit: '', state: '', due: '', origin: '' } as const;
  const { lines } = await followUpList(principal, choice, { page: 1, today, most: 1000 });
  const listed = await taskLines(principal, { unit: '', year: 2026 }, { today, most: 1000 });
  return [
    ...lines.map((one) => ['followUp', one.id, one.unit.code, one.state, isOverdue(one, today)].join()),
    ...listed.map((one) => ['task', one.id, one.unit.code, one.state, one.isOverdue].join()),
  ].sort();
}

async function seenOnScreen(principal: Principal) {
  const stretches = [];
  for await (const stretch of figureStretches(principal, {})) stretches.push(...stretch);
  const opened = await Promise.all(Object.values(runs).map((id) => resultRun(principal, id)));
  return {
    units: (await unitList(principal, {})).units.map(({ code }) => code),
    figures: stretches.map(({ indicator, unit, period }) => `${indicator} ${unit} ${period}`),
    rankings: (await publishedRuns(principal)).map(({ id }) => id),
    opened: opened.map((run) => run !== null),
    lamps: await lampsOnScreen(principal),
    tasks: await tasksOnScreen(principal),
  };
}

async function seenByToken(token?: string) {
  const found = await rowsOf(await figures(asked('/figures?limit=1000', token)));
  const ids = Object.values(runs);
  const opened = await Promise.all(
    ids.map((id) => oneRanking(asked(`/rankings/${id}`, token), { params: Promise.resolve({ id }) })),
  );
  return {
    units: (await rowsOf(await units(asked('/units?limit=1000', token)))).map(({ code }) => code),
    figures: found.map(({ indicator, unit, period }) => `${indicator} ${unit} ${period}`),
    rankings: (await rowsOf(await rankings(asked('/rankings', token)))).map(({ id }) => id),
    opened: opened.map(({ status }) => status === 200),
    lamps: (await rowsOf(await lamps(asked('/lamps?limit=1000', token))))
      .map((row) =>
        [row.unit, row.indicator, row.period, row.colour, row.reason_en, row.told_at, row.is_revised].join(),
      )
      .sort(),
    tasks: (await rowsOf(await tasks(asked('/tasks?limit=1000', token))))
      .map((row) => [row.kind, row.id, row.unit, row.state, row.is_overdue].join())
      .sort(),
  };
}

describe('a token sees what its role sees on screen', () => {
  test.each(readingRoles)('of %s', async (role) => {
    expect(await seenByToken(tokens.get(role))).toEqual(await seenOnScreen(onScreen(role, true)));
  });

  test('and nobody’s token what a visitor sees', async () => {
    const seen = await seenByToken();
    expect(seen).toEqual(await seenOnScreen(anonymousPrincipal()));
    expect(seen.units).toEqual(['REAL', 'U1', 'U2', 'U3', 'U4', 'U5']);
    expect(seen.figures).toHaveLength(40);
  });

  test('lamps and tasks of so many, each as its rights reach', async () => {
    const counts = async (token?: string) => {
      const { lamps: lit, tasks: listed } = await seenByToken(token);
      return [lit.length, listed.length];
    };
    expect(await counts(tokens.get('leader'))).toEqual([6, 8]);
    expect(await counts(tokens.get('auditor'))).toEqual([6, 8]);
    // Its own, without those not handed out, and one that it assists.
    expect(await counts(tokens.get('reporter'))).toEqual([3, 4]);
    expect(await counts(tokens.get('visitor'))).toEqual([0, 0]);
  });

  test('a token of a leader of one unit reads lamps and tasks of that unit alone', async () => {
    const terms = { name: '检查·一区', role: 'leader', unitCode: 'U1', expiresOn: today };
    const { token } = await perform(createClient, person('administrator'), terms, { now: new Date() });
    const seen = await seenByToken(token);
    expect(seen.lamps.map((line) => line.split(',')[0])).toEqual(['U1', 'U1', 'U1']);
    expect(seen.tasks.map((line) => line.split(',').slice(0, 3).join())).toEqual([
      ...['followUp,2026-1,U1', 'followUp,2026-11,U1', 'followUp,2026-2,U1', 'followUp,2026-3,U2'],
      ...['task,t1,U1', 'task,t2,U1'],
    ]);
  });

  test.each(['lamps', 'tasks'] as const)(
    'pages of %s join, and an answer that is known is told by its tag',
    async (name) => {
      const read = { lamps, tasks }[name];
      const token = `${tokens.get('leader')}`;
      const whole = await rowsOf(await read(asked(`/${name}?limit=1000`, token)));
      const rows: Row[] = [];
      for (let at: string | null = `/${name}?limit=1`; at !== null; ) {
        const { data, next } = await (await read(asked(at, token))).json();
        rows.push(...data);
        at = next && `/${name}${new URL(next, 'http://here').search}`;
      }
      expect(rows).toEqual(whole);
      const first = await read(asked(`/${name}`, token));
      const headers = { authorization: `Bearer ${token}`, 'if-none-match': `${first.headers.get('etag')}` };
      expect((await read(new Request(`http://localhost:3000/api/v1/${name}`, { headers }))).status).toBe(304);
    },
  );

  test('lamps of months, and tasks that are open, are chosen', async () => {
    const token = tokens.get('auditor');
    const lit = async (query: string) =>
      (await rowsOf(await lamps(asked(`/lamps?${query}`, token)))).map(
        (row) => `${row.unit} ${row.indicator} ${row.period}`,
      );
    expect(await lit('period_from=2026-M04&indicator=M1')).toEqual([
      'U1 M1 2026-M04',
      'U2 M1 2026-M04',
      'U3 M1 2026-M04',
    ]);
    expect(await lit('period_to=2026-Q1')).toEqual(['U1 M1 2026-M03', 'U2 M1 2026-M03']);
    expect(await lit('period_from=2026-Q2&unit=U1')).toEqual(['U1 M1 2026-M04', 'U1 M2 2026-M04']);
    const listed = async (query: string) =>
      (await rowsOf(await tasks(asked(`/tasks?${query}`, token)))).map(({ id }) => id);
    expect(await listed('state=open')).toEqual(['2026-1', '2026-10', '2026-2', 't1']);
    expect(await listed('state=ended&unit=U1')).toEqual(['2026-11', 't2']);
    expect(await listed('kind=task')).toEqual(['t1', 't2', 't3']);
  });

  test.each(['lamps', 'tasks'] as const)('%s are not for visitors, by a token or without', async (name) => {
    const read = { lamps, tasks }[name];
    for (const [token, status, kind] of [
      [undefined, 401, 'tokenNeeded'],
      [tokens.get('visitor'), 403, 'forbidden'],
    ] as const) {
      const answer = await read(asked(`/${name}`, token));
      expect([answer.status, (await answer.json()).type]).toEqual([status, `/help/api#${kind}`]);
    }
  });

  test('a run before it is published for those alone who see runs', async () => {
    const opened = async (role: ReadingRole) => (await seenByToken(tokens.get(role))).opened;
    expect(Object.keys(runs)).toEqual(['published', 'approved', 'trial']);
    expect(await opened('visitor')).toEqual([true, false, false]);
    expect(await opened('reporter')).toEqual([true, false, false]);
    expect(await opened('leader')).toEqual([true, true, true]);
    expect(await opened('auditor')).toEqual([true, true, true]);
  });

  test('of the draft of a scheme not even that it is there', async () => {
    const told = async (scheme: string) => {
      const answer = await rankings(asked(`/rankings?scheme=${scheme}`));
      return [answer.status, await answer.text()];
    };
    expect(await told('DRAFT')).toEqual(await told('NO-SUCH'));
  });

  test('of a unit its own rows of a ranking and its own figures', async () => {
    const token = tokens.get('reporter');
    const id = `${runs.published}`;
    const rows = await rowsOf(await oneRanking(asked(`/rankings/${id}`, token), { params: Promise.resolve({ id }) }));
    expect(rows.map(({ unit }) => unit)).toEqual(['U1']);
    const other = await figures(asked('/figures?unit=U2', token));
    expect([other.status, (await other.json()).errors[0].field]).toEqual([400, 'unit']);
    const changed = await rowsOf(await changes(asked('/changes?since=2000-01-01T00:00:00Z&limit=1000', token)));
    expect(new Set(changed.map(({ unit }) => unit))).toEqual(new Set(['U1']));
  });

  test('units of the demonstration as such', async () => {
    const rows = await rowsOf(await units(asked('/units')));
    expect(rows.filter(({ is_demonstration: invented }) => !invented).map(({ code }) => code)).toEqual(['REAL']);
    const found = await rowsOf(await figures(asked('/figures')));
    expect(found.every(({ is_demonstration: invented }) => invented)).toBe(true);
  });
});

describe('where reading is not public', () => {
  beforeAll(() => checkSettings({ PUBLIC_READING: 'off' }));
  afterAll(() => checkSettings());

  test('nobody reads without a token, nor by one of a visitor', async () => {
    for (const [token, status, kind] of [
      [undefined, 401, 'tokenNeeded'],
      [tokens.get('visitor'), 403, 'forbidden'],
    ] as const) {
      for (const read of [units, figures, rankings, changes]) {
        const answer = await read(asked(read === changes ? '/changes?since=2000-01-01T00:00:00Z' : '/units', token));
        expect([answer.status, (await answer.json()).type]).toEqual([status, `/help/api#${kind}`]);
      }
    }
  });

  test.each(['reporter', 'leader', 'auditor'] as const)('%s reads by a token what is on screen', async (role) => {
    expect(await seenByToken(tokens.get(role))).toEqual(await seenOnScreen(onScreen(role, false)));
  });
});

describe('a token that is not taken', () => {
  const refusal = async (authorization: string) => {
    const answer = await units(new Request('http://localhost:3000/api/v1/units', { headers: { authorization } }));
    const { type } = await answer.json();
    return [answer.status, type, answer.headers.get('www-authenticate')];
  };
  const refusedAs = (kind: string) => [401, `/help/api#${kind}`, 'Bearer realm="baton", error="invalid_token"'];

  test('is told as unknown, expired or revoked', async () => {
    const token = `${tokens.get('leader')}`;
    for (const one of ['Bearer x', `Bearer ${token}x`, token, `Basic ${token}`, '', 'Bearer ', `Bearer ${token} y`]) {
      expect(await refusal(one)).toEqual(refusedAs('unauthenticated'));
    }
    const change = (set: string) => sql.unsafe(`update api_client set ${set} where name = '检查·leader'`);
    await change('expires_on = expires_on - 1');
    expect(await refusal(`Bearer ${token}`)).toEqual(refusedAs('expired'));
    await change("revoked_at = now(), revoked_by = 'check'");
    expect(await refusal(`Bearer ${token}`)).toEqual(refusedAs('revoked'));
  });

  test('is counted by its address, and a good one by itself', async () => {
    await refusal('Bearer x');
    await units(asked('/units', tokens.get('auditor')));
    const buckets = (await sql`select bucket from throttle order by bucket`).map(({ bucket }) => bucket);
    expect(buckets).toEqual(['api:', expect.stringMatching(/^api:client:[\w-]{36}$/)]);
  });
});
