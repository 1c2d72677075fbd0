import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { may } from '@/lib/access/permissions';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { completeConsequence } from '@/lib/monitoring/consequences/complete-consequence';
import { confirmConsequence } from '@/lib/monitoring/consequences/confirm-consequence';
import { declineConsequence } from '@/lib/monitoring/consequences/decline-consequence';
import { enterConsequence } from '@/lib/monitoring/consequences/enter-consequence';
import { consequenceSheet } from '@/lib/monitoring/consequences/list/consequence-sheet';
import { consequenceCounts, consequenceList, unitsOfConsequences } from '@/lib/monitoring/consequences/list/queries';
import { consequenceView } from '@/lib/monitoring/consequences/page/queries';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import { isTakenIn, replayed } from '@/lib/monitoring/consequences/steps';
import { type ConsequenceState, consequenceStates, type Step } from '@/lib/monitoring/consequences/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { toldResults } from '@/lib/testing/told-results';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office' });
const all = { unit: '', state: '', measure: '' } as const;
let place: Awaited<ReturnType<typeof toldResults>>;
let unit = '';
const own = () => person('reporter', { userId: 'own', unitCode: unit });
const foreign = () => person('unitReviewer', { userId: 'foreign', unitCode: `${place.code}B` });

beforeAll(async () => {
  place = await toldResults(sql);
  unit = `${place.code}A`;
  await place.adopt({ kind: 'redInRow', indicator: '', months: 1 });
});
afterAll(() => place.end());

const run = () => perform(proposeConsequences, office, {}, { now, database });
let month = 0;
/** A new proposal about the first unit. */
async function proposed(): Promise<string> {
  month += 2;
  const at = `${2000 + Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, '0')}`;
  await place.light(unit, at, 'red');
  await run();
  const [row] = await sql`select id from consequence where key = ${`${place.code}:${at}`}`;
  return row?.id;
}

const words = '按规则办理';
const steps = {
  confirm: [confirmConsequence as never as Command<never, unknown>, { reason: words }],
  decline: [declineConsequence as never as Command<never, unknown>, { reason: words }],
  enter: [enterConsequence as never as Command<never, unknown>, { on: '2026-06-10', paper: '', words }],
  complete: [completeConsequence as never as Command<never, unknown>, { on: '2026-06-09', paper: '1号', words }],
} as const;
type Kind = keyof typeof steps;
const take = (kind: Kind, id: string, version: number, who: Principal = office, more: object = {}) =>
  perform(steps[kind][0], who, { id, version, ...steps[kind][1], ...more }, { now, database });

const stored = async (id: string) => {
  const [row] = await sql`select rule_code as rule, rule_number as number, org_unit_code as unit, key, met, measure,
    share, basis, state, version from consequence where id = ${id}`;
  return row ? { ...row } : undefined;
};

/** A consequence in a state, and its version. */
async function inState(state: ConsequenceState): Promise<readonly [id: string, version: number]> {
  const id = await proposed();
  if (state === 'proposed') return [id, 1];
  await take(state === 'declined' ? 'decline' : 'confirm', id, 1);
  if (state === 'completed') await take('complete', id, 2);
  return [id, state === 'completed' ? 3 : 2];
}

describe.each(consequenceStates)('in the state %s', (state) => {
  const allowed: Readonly<Record<ConsequenceState, readonly Kind[]>> = {
    proposed: ['confirm', 'decline'],
    confirmed: ['enter', 'complete'],
    declined: [],
    completed: [],
  };

  test.each(Object.keys(steps) as Kind[])(
    '%s is for whom the table of permissions says, or for nobody',
    async (kind) => {
      const isAllowed = allowed[state].includes(kind);
      expect(isTakenIn(state, kind)).toBe(isAllowed);
      const [id, version] = await inState(state);
      const before = await stored(id);
      for (const who of [anonymousPrincipal(), ...accountRoles.map((role) => person(role, { unitCode: unit }))]) {
        if (may(who.role, `consequence.${kind}`)) continue;
        expect(await refusalOf(take(kind, id, version, who)), who.role).toBe('forbidden command');
      }
      expect(await refusalOf(take(kind, id, version + 1))).toMatch(
        /^conflict (consequences\.refused\.moved|movedByYou)$/,
      );
      expect(await stored(id)).toEqual(before);
      if (isAllowed) await take(kind, id, version);
      else expect(await refusalOf(take(kind, id, version))).toBe('conflict consequences.refused.wrongState');
      const events = await sql`select kind, facts from consequence_event where consequence_id = ${id} order by step`;
      const replay = replayed(events.map(({ kind: of, facts }) => ({ kind: of, ...facts }) as Step));
      expect(await stored(id)).toEqual(replay);
      expect(replay?.version).toBe(isAllowed ? version + 1 : version);
    },
  );
});

test('what is recorded has happened: today, and no day to come', async () => {
  const [id, version] = await inState('confirmed');
  expect(await refusalOf(take('enter', id, version, office, { on: '2026-06-11' }))).toBe(
    'invalid consequences.refused.future',
  );
  await take('enter', id, version, office, { on: '2026-06-10', paper: '考核〔2026〕3号' });
  expect((await consequenceView(office, id))?.history.at(-1)).toMatchObject({
    ...{ kind: 'enter', on: '2026-06-10', paper: '考核〔2026〕3号', words },
  });
});

describe('sight', () => {
  test('a unit sees what was confirmed about itself, in pages, lists, files and counts, and nothing else', async () => {
    const ids = new Map<ConsequenceState, string>();
    for (const state of consequenceStates) ids.set(state, (await inState(state))[0]);
    for (const [state, id] of ids) {
      const isTold = state === 'confirmed' || state === 'completed';
      expect((await consequenceView(own(), id))?.id ?? null, state).toBe(isTold ? id : null);
      expect(await consequenceView(foreign(), id), state).toBeNull();
      for (const role of ['leader', 'auditor', 'assessmentOffice'] as const)
        expect((await consequenceView(person(role), id))?.id, role).toBe(id);
      for (const role of ['administrator', 'departmentReviewer'] as const)
        expect(await consequenceView(person(role), id), role).toBeNull();
    }
    const { lines, total } = await consequenceList(own(), all, { page: 1, most: 1000 });
    expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['confirmed', 'completed']));
    expect(lines).toHaveLength(total);
    const [told] =
      await sql`select count(*)::int as n, count(*) filter (where state = 'confirmed')::int as open from consequence
      where org_unit_code = ${unit} and state in ('confirmed', 'completed')`;
    expect(total).toBe(told?.n);
    expect(await consequenceCounts(own())).toEqual({ proposed: 0, confirmed: told?.open });
    for (const state of ['proposed', 'declined'] as const)
      expect((await consequenceList(own(), { ...all, state }, { page: 1 })).total).toBe(0);
    expect((await consequenceList(foreign(), { ...all, unit }, { page: 1 })).total).toBe(0);
    expect(await unitsOfConsequences(foreign())).toEqual([]);
    expect(await consequenceCounts(person('administrator'))).toBeNull();
    const sheet = consequenceSheet(lines, { title: '结果运用', today: '2026-06-10', filter: '全部' }, 'zh-CN');
    expect(sheet.rows).toHaveLength(total);
    expect(JSON.stringify(sheet.rows)).not.toContain('不采用');
  });

  test('the page says that its basis was told anew, and keeps it as it was', async () => {
    const [id] = await inState('confirmed');
    const before = await consequenceView(own(), id);
    expect(before).toMatchObject({ isReplaced: false, basis: { kind: 'lamps', indicator: place.code } });
    const [held] = await sql`select met from consequence where id = ${id}`;
    // A revision that nobody was told changes nothing.
    await place.light(unit, held?.met, 'green', { isTold: false });
    expect((await consequenceView(own(), id))?.isReplaced).toBe(false);
    await place.light(unit, held?.met, 'green');
    expect(await consequenceView(own(), id)).toEqual({ ...before, isReplaced: true });
    expect(await run()).toBe(0);
  });
});

test('a run that is replaced is told on the page, and its period is not proposed again', async () => {
  const rule = await place.adopt(
    { kind: 'lastPlaces', scheme: place.code, places: 1, times: 1, of: 1 },
    { suffix: 'z' },
  );
  const ranks = (a: number, b: number) => ({ [`${place.code}A`]: { rank: a }, [`${place.code}B`]: { rank: b } });
  await place.publish('2024', ranks(2, 1));
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  const [row] = await sql`select id from consequence where rule_code = ${rule}`;
  expect(await consequenceView(office, row?.id)).toMatchObject({ isReplaced: false, met: '2024' });
  await place.publish('2024', ranks(2, 1));
  expect(await run()).toBe(0);
  expect((await consequenceView(office, row?.id))?.isReplaced).toBe(true);
  // The other unit is last in the version that counts now; what was proposed of the first stays.
  await place.publish('2024', ranks(1, 2));
  expect(await run()).toBe(1);
  expect(await place.proposed(rule)).toEqual(['A 2024', 'B 2024']);
});
