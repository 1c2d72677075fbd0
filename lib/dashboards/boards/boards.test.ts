import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { accountPrincipal, anonymousPrincipal } from '@/lib/access/principal';
import type { AccountRole } from '@/lib/access/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';
import { statementsOf } from '@/lib/testing/plans';
import { boardData } from './cards/queries';
import { viewOf } from './cards/view-of';
import { createBoard } from './create-board';
import { editBoard } from './edit-board';
import { publishBoard } from './publish-board';
import { boardEditions, boardList, boardOf } from './queries';
import { removeBoard } from './remove-board';
import { restoreBoard } from './restore-board';
import { shareBoard } from './share-board';
import { withdrawBoard } from './withdraw-board';
import { type BoardCard, noFilter } from './words';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-20T09:00:00+08:00');

const person = (
  userId: string,
  role: AccountRole,
  units: 'all' | readonly string[] = 'all',
  unitCode: string | null = null,
) =>
  accountPrincipal({
    ...{ userId, name: userId, role, units, unitCode, department: null, sessionId: userId, standing: 'full' },
  });
const owner = person('leader-1', 'leader');
const [office, other] = [person('office-1', 'assessmentOffice'), person('leader-2', 'leader')];
const reporter = person('reporter-1', 'reporter', ['U1'], 'U1');
const visitor = anonymousPrincipal();
let published: string;

beforeAll(async () => {
  for (const period of ['2024', '2025']) await inventedFigures(database, { units: 5, period });
  // Otherwise no place would change between the years.
  await sql`update observation set value = 95 where indicator_code = 'M1' and org_unit_code = 'U3' and period_code = '2024'`;
  await sql`insert into coverage (indicator_code, peer_group_code, period_code, units)
    select indicator_code, 'G', period_code, count(*)::int from observation group by 1, 3`;
  await storedScheme(database, inventedDocument(4));
  published = await inventedRun(database, { period: '2025' });
});

const give = <Result>(command: Command<never, Result>, input: object, who = owner) =>
  perform(command, who, input as never, { now, database }) as Promise<Result>;
const card = (key: string, more: object): BoardCard => ({ key, width: 6, title: '', ...more }) as BoardCard;
const words = (title: string, ...cards: BoardCard[]) => ({ title, lead: '', cards });
const one = (title: string) => words(title, card('c1', { kind: 'text', text: title }));
const made = async (title = '看板一', who = owner) =>
  (await give<{ id: string }>(createBoard as never, { document: one(title) }, who)).id;
const shown = async (id: string, who = owner) => ({ id, version: (await boardOf(who, id))?.version ?? 0 });
const edited = async (id: string, title: string) =>
  give(editBoard as never, { ...(await shown(id)), document: one(title) });
const told = async (id: string) =>
  (await sql`select command from audit_event where strpos(changes, ${`board/${id}`}) > 0 order by seq`).map(
    ({ command }) => command,
  );

describe('who sees a board', () => {
  test('a new board is its owner’s alone', async () => {
    const id = await made();
    for (const who of [office, other, reporter, visitor]) {
      expect(await boardOf(who, id)).toBeNull();
      expect((await boardList(who, { page: 1 })).boards.map((board) => board.id)).not.toContain(id);
      expect(await boardEditions(who, id)).toEqual([]);
    }
    expect(await boardOf(owner, id)).toMatchObject({ reach: 'own', edition: 1, version: 1, document: one('看板一') });
  });

  test('it is shared with a role and with a unit, and taken back', async () => {
    const id = await made('共享');
    await give(shareBoard as never, { ...(await shown(id)), roles: ['assessmentOffice'], units: ['U1', 'U1'] });
    expect(await boardOf(office, id)).toMatchObject({ reach: 'shared', sharedUnits: [{ code: 'U1' }] });
    expect(await boardOf(reporter, id)).toMatchObject({ reach: 'shared' });
    expect(await boardOf(other, id)).toBeNull();
    expect(await boardOf(person('reporter-2', 'reporter', ['U2'], 'U2'), id)).toBeNull();
    await give(shareBoard as never, { ...(await shown(id)), roles: [], units: [] });
    expect(await boardOf(office, id)).toBeNull();
    expect(await boardOf(reporter, id)).toBeNull();
    expect(await told(id)).toEqual(['board.create', 'board.share', 'board.share']);
  });

  test('an unknown unit is refused at its field', async () => {
    const id = await made();
    const asked = { ...(await shown(id)), roles: [], units: ['NO-SUCH'] };
    expect(await refusalOf(give(shareBoard as never, asked))).toBe('invalid unknownUnit');
  });

  test('others see the published edition, however it is changed later', async () => {
    const id = await made('第一版');
    await give(shareBoard as never, { ...(await shown(id)), roles: ['assessmentOffice'], units: [] });
    await give(publishBoard as never, await shown(id, office), office);
    await edited(id, '第二版');
    for (const who of [visitor, other, reporter])
      expect(await boardOf(who, id)).toMatchObject({ reach: 'published', title: '第一版', edition: 1, current: 2 });
    expect(await boardOf(office, id)).toMatchObject({ reach: 'shared', title: '第二版' });
    expect(await boardEditions(visitor, id)).toEqual([]);
    expect(await refusalOf(give(removeBoard as never, await shown(id)))).toBe('conflict boards.refused.stillPublished');
    await give(withdrawBoard as never, await shown(id, office), office);
    expect(await boardOf(visitor, id)).toBeNull();
  });

  test('a visitor sees nothing where reading is not public', async () => {
    const id = await made('公开', office);
    await give(publishBoard as never, await shown(id, office), office);
    expect(await boardOf(visitor, id)).toMatchObject({ title: '公开' });
    expect(await boardOf(anonymousPrincipal({ publicReading: false }), id)).toBeNull();
  });
});

describe('who changes a board', () => {
  test('only its owner, and the office does not publish what it does not see', async () => {
    const id = await made();
    const asked = await shown(id);
    const document = one('别人改的');
    expect(await refusalOf(give(editBoard as never, { ...asked, document }, other))).toBe(
      'notFound boards.refused.none',
    );
    expect(await refusalOf(give(publishBoard as never, asked, office))).toBe('notFound boards.refused.none');
    await give(shareBoard as never, { ...asked, roles: ['leader', 'assessmentOffice'], units: [] });
    const seen = await shown(id);
    for (const command of [editBoard, restoreBoard, shareBoard, removeBoard]) {
      const input = {
        ...seen,
        ...(command === editBoard && { document }),
        ...(command === restoreBoard && { edition: 1 }),
        ...(command === shareBoard && { roles: [], units: [] }),
      };
      expect(await refusalOf(give(command as never, input, other)), command.name).toBe(
        'forbidden boards.refused.notOwn',
      );
    }
    expect(await refusalOf(give(publishBoard as never, seen, other))).toBe('forbidden command');
  });

  test('a version that moved is refused, and an older edition comes back as a new one', async () => {
    const id = await made('甲版');
    const first = await shown(id);
    await edited(id, '乙版');
    const stale = give(editBoard as never, { ...first, document: one('丙版') });
    expect(await refusalOf(stale)).toBe('conflict movedByYou');
    await give(restoreBoard as never, { ...(await shown(id)), edition: 1 });
    expect(await boardOf(owner, id)).toMatchObject({ title: '甲版', edition: 3 });
    expect((await boardEditions(owner, id)).map(({ number, title, restored }) => [number, title, restored])).toEqual([
      [3, '甲版', 1],
      [2, '乙版', null],
      [1, '甲版', null],
    ]);
    const none = give(restoreBoard as never, { ...(await shown(id)), edition: 9 });
    expect(await refusalOf(none)).toBe('notFound boards.refused.noEdition');
  });

  test('a saved edition is neither changed nor deleted, and a removed board is gone', async () => {
    const id = await made();
    for (const statement of [
      sql`update board_edition set saved_by = 'x' where board_id = ${id}`,
      sql`delete from board_edition where board_id = ${id}`,
    ])
      expect(
        await statement.then(
          () => 'done',
          (error: Error) => error.message,
        ),
      ).toContain('an edition of a board stays');
    await give(removeBoard as never, await shown(id));
    expect(await boardOf(owner, id)).toBeNull();
    expect(await told(id)).toEqual(['board.create', 'board.remove']);
  });
});

describe('what a card shows', () => {
  const cards = [
    card('c1', { kind: 'figure', indicator: 'M1', unit: 'U2' }),
    card('c2', { kind: 'trend', indicator: 'M1', units: ['U1', 'U2'] }),
    card('c3', { kind: 'bars', indicator: 'M1', group: 'G' }),
    card('c4', { kind: 'heat', indicators: ['M1', 'M2'], group: 'G' }),
    card('c5', { kind: 'ranking', scheme: 'S', rows: 3 }),
    card('c6', { kind: 'lamps', unit: 'U1' }),
    card('c7', { kind: 'figure', indicator: 'GONE', unit: 'U1' }),
    card('c8', { kind: 'bump', indicator: 'M1', group: 'G' }),
  ];
  const views = async (who: typeof owner, filter = noFilter) => {
    const data = await boardData(who, cards, filter);
    return cards.map((one) => viewOf(one, { data, filter, home: [], locale: 'zh-CN' }));
  };
  const figureIn = async (unit: string, period: string) => {
    const [row] = await sql`select value::float8 as value from observation
      where indicator_code = 'M1' and org_unit_code = ${unit} and period_code = ${period}`;
    return row?.value;
  };
  const bodyOf = async (who: typeof owner, at: number, filter = noFilter) => (await views(who, filter))[at]?.body;

  test('the newest figure, and that of the asked period and unit', async () => {
    const figure = async (filter = noFilter) => {
      const body = await bodyOf(owner, 0, filter);
      return body?.kind === 'figure' ? [body.figure.orgUnitCode, Number(body.figure.value)] : body;
    };
    expect(await figure()).toEqual(['U2', await figureIn('U2', '2025')]);
    expect(await figure({ period: '2024', unit: 'U3', group: '' })).toEqual(['U3', await figureIn('U3', '2024')]);
    expect(await figure({ period: '2023', unit: '', group: '' })).toEqual({ kind: 'absent', absence: 'noneInPeriod' });
  });

  test('bars, heat and ranking as SQL counts them', async () => {
    const bars = await bodyOf(owner, 2);
    const drawn = bars?.kind === 'chart' && bars.spec.kind === 'bars' ? bars.spec.items : [];
    const expected = await sql`select org_unit_code as unit, value::float8 as value from observation
      where indicator_code = 'M1' and period_code = '2025' order by value desc`;
    expect(drawn.map(({ key, point }) => [key, point.value])).toEqual(expected.map(({ unit, value }) => [unit, value]));
    const heat = await bodyOf(owner, 3);
    expect(heat?.kind === 'heat' && heat.facets.map(({ key }) => key)).toEqual(['M1.2025', 'M2.2025']);
    expect(heat?.kind === 'heat' && heat.cellOf(`${expected[0]?.unit}`, 'M1.2025')?.place).toBe(1);
    const ranking = await bodyOf(owner, 4);
    const ranked = await sql`select org_unit_code as unit, rank, shown from run_score
      where run_id = ${published} and rank <= 3 order by position`;
    expect(
      ranking?.kind === 'ranking' && ranking.rows.map(({ code, rank, shown: total }) => [code, rank, total]),
    ).toEqual(ranked.map(({ unit, rank, shown: total }) => [unit, rank, total]));
    expect((await bodyOf(owner, 7))?.kind).toBe('chart');
  });

  test('never more than its reader may see', async () => {
    const own = await views(reporter);
    expect(own[0]?.body).toEqual({ kind: 'absent', absence: 'unitGone' });
    const trend = own[1]?.body;
    expect(trend?.kind === 'chart' && 'series' in trend.spec && trend.spec.series.map(({ key }) => key)).toEqual([
      'U1',
    ]);
    const heat = own[3]?.body;
    expect(heat?.kind === 'heat' && heat.units.map(({ code }) => code)).toEqual(['U1']);
    expect(own.flatMap(({ cited }) => cited).length).toBeGreaterThan(0);
    expect(JSON.stringify(own.map(({ card: _, ...seen }) => seen))).not.toContain('"U2"');
    expect(await bodyOf(visitor, 5)).toEqual({ kind: 'absent', absence: 'lampsSignedIn' });
    const nothing = await views(anonymousPrincipal({ publicReading: false }));
    expect(nothing.flatMap(({ body }) => (body.kind === 'absent' ? [] : [body.kind]))).toEqual([]);
  });

  test('what is gone says so, and twice the cards take no more statements', async () => {
    expect(await bodyOf(owner, 6)).toEqual({ kind: 'absent', absence: 'indicatorGone' });
    const doubled = [...cards, ...cards.map((one, at) => ({ ...one, key: `c${at + 20}` }))];
    const counted = async (asked: readonly BoardCard[]) =>
      (await statementsOf(() => boardData(owner, asked, noFilter))).length;
    expect(await counted(doubled)).toBe(await counted(cards));
  });
});
