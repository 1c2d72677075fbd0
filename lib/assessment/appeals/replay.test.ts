import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { acceptAppeal } from '@/lib/assessment/appeals/accept-appeal';
import { askReview } from '@/lib/assessment/appeals/ask-review';
import { attachToAppeal } from '@/lib/assessment/appeals/attach-evidence';
import { closeAppeal } from '@/lib/assessment/appeals/close-appeal';
import { decideAppeal } from '@/lib/assessment/appeals/decide-appeal';
import { decideReview } from '@/lib/assessment/appeals/decide-review';
import { fileAppeal } from '@/lib/assessment/appeals/file-appeal';
import { rejectAppeal } from '@/lib/assessment/appeals/reject-appeal';
import { settleAppeal } from '@/lib/assessment/appeals/remedies/settle-appeal';
import { replayed } from '@/lib/assessment/appeals/steps';
import { withdrawAppeal } from '@/lib/assessment/appeals/withdraw-appeal';
import type { Step } from '@/lib/assessment/appeals/words';
import { recordAdjustment } from '@/lib/assessment/ledger/record-adjustment';
import { Refusal } from '@/lib/errors';
import { checkSettings } from '@/lib/testing/accounts';
import { appealedRun, people } from '@/lib/testing/appealed-run';
import { many } from '@/lib/testing/many';

checkSettings();
const { sql, database } = await testDatabase();
const moment = (day: string) => new Date(`${day}T10:00:00+08:00`);
/** Filed on the 10th of March; an appeal decided then may be reviewed until the 9th of April. */
const [early, late] = [moment('2026-03-10'), moment('2026-04-10')];
let [run, entry] = ['', ''];

beforeAll(async () => {
  run = await appealedRun(database);
  entry = await perform(
    recordAdjustment,
    people.first,
    {
      ...{ schemeCode: 'S', periodCode: '2025', unitCode: 'U1', kind: 'bonus', node: '', rule: '', points: '1' },
      ...{ article: '', reason: '申诉成立', evidence: '申诉决定', incident: '', happenedOn: '', state: 'proposed' },
    },
    { now: late, database },
  );
});

type Told = {
  state: string;
  decision: string | null;
  /** Whether it was decided on the early day, so that the days for a review are over on the late one. */
  isEarly: boolean;
  led: boolean;
  /** The accounts that touched it. */
  by: readonly string[];
  version: number;
};
type Who = keyof typeof people;
const office: readonly Who[] = ['publisher', 'first', 'second', 'third', 'moved'];

/** The rules as the office tells them, without the product: what an act makes of an appeal, or null where it is refused. */
function told(at: Told, act: string, who: Who, isLate: boolean): Told | null {
  const account = people[who].userId;
  const own = who === 'jia' || who === 'jiaReviewer';
  const isOffice = office.includes(who);
  const isFresh = isOffice && !at.by.includes(account);
  /** Who published the run neither rejects nor decides. */
  const mayDecide = isFresh && who !== 'publisher';
  const isOver = at.isEarly && isLate;
  const favours = at.decision === 'upheld' || at.decision === 'partly';
  const is = (...states: string[]) => states.includes(at.state);
  const next = (more: Partial<Told>): Told => ({
    ...at,
    by: [...at.by, account],
    ...more,
    version: at.version + 1,
  });
  const decision = /^(?:decide|review)(\w+)$/.exec(act)?.[1]?.toLowerCase() ?? null;
  if (act === 'attach') return own && is('filed', 'accepted', 'reviewing') ? next({}) : null;
  if (act === 'withdraw') return own && is('filed', 'accepted') ? next({ state: 'withdrawn' }) : null;
  if (act === 'accept') return isFresh && is('filed') ? next({ state: 'accepted' }) : null;
  if (act === 'reject') return mayDecide && is('filed') ? next({ state: 'rejected' }) : null;
  if (act.startsWith('decide'))
    return mayDecide && is('accepted') ? next({ state: 'decided', decision, isEarly: !isLate }) : null;
  if (act === 'ask') return own && is('decided') && !isOver ? next({ state: 'reviewing' }) : null;
  if (act.startsWith('review')) return mayDecide && is('reviewing') ? next({ state: 'reviewed', decision }) : null;
  if (act === 'settle') return isOffice && is('decided', 'reviewed') && favours ? next({ led: true }) : null;
  const isFinal = is('reviewed') || (is('decided') && isOver);
  return isOffice && isFinal && (!favours || at.led) ? next({ state: 'closed' }) : null;
}

const words = '依据新的材料核实';
type At = { id: string; version: number };
const own = (at: At) => ({ ...at, unit: 'U1' });
const decision = (at: At, outcome: string) => ({ ...at, outcome, reason: words });
const acts: Readonly<Record<string, (at: At) => readonly [Command<never, unknown>, object]>> = {
  attach: (at) => [
    attachToAppeal as never,
    { ...own(at), fileName: '材料.pdf', content: new TextEncoder().encode(`%PDF-1.7 ${at.version}`) },
  ],
  withdraw: (at) => [withdrawAppeal as never, { ...own(at), note: '' }],
  accept: (at) => [acceptAppeal as never, at],
  reject: (at) => [rejectAppeal as never, { ...at, reason: words }],
  decideUpheld: (at) => [decideAppeal as never, decision(at, 'upheld')],
  decidePartly: (at) => [decideAppeal as never, decision(at, 'partly')],
  decideDismissed: (at) => [decideAppeal as never, decision(at, 'dismissed')],
  ask: (at) => [askReview as never, { ...own(at), reason: words }],
  reviewUpheld: (at) => [decideReview as never, decision(at, 'upheld')],
  reviewDismissed: (at) => [decideReview as never, decision(at, 'dismissed')],
  settle: (at) => [settleAppeal as never, { ...at, remedy: { kind: 'adjustment', id: entry }, note: '' }],
  close: (at) => [closeAppeal as never, { ...at, note: '' }],
};

async function stored(id: string) {
  const [row] = await sql`select run_id as run, org_unit_code as unit, about, grounds, asks, state, outcome,
      review_until::text as "reviewUntil", remedy, actors, version from appeal where id = ${id}`;
  if (!row) throw new Error('no row');
  return row;
}

async function replayOf(id: string) {
  const events = await sql`select kind, facts, actor from appeal_event where appeal_id = ${id} order by step`;
  return replayed(events.map(({ kind, facts, actor }) => ({ step: { kind, ...facts } as Step, actor })));
}

/** The act that leads on, and who takes it, so that random ones come far. */
const right: Readonly<Record<string, readonly [act: string, who: Who]>> = {
  filed: ['accept', 'first'],
  accepted: ['decideUpheld', 'second'],
  decided: ['ask', 'jia'],
  reviewing: ['reviewUpheld', 'third'],
  reviewed: ['settle', 'first'],
};
const tried = fc.array(
  fc.record({
    act: fc.constantFrom(...Object.keys(acts)),
    who: fc.constantFrom(...(Object.keys(people) as Who[])),
    isStale: fc.nat(9).map((n) => n === 0),
    isLate: fc.nat(3).map((n) => n === 0),
    isRight: fc.boolean(),
  }),
  { minLength: 4, maxLength: 18 },
);
const one = (act: string, who: Who, more: object = {}) => ({
  ...{ act, who, isStale: false, isLate: false, isRight: false },
  ...more,
});
const leading = one('accept', 'leader', { isRight: true });
/** To the end without a detour, to each other end, and through the days of the review. */
const examples = [
  [leading, leading, leading, leading, leading, one('close', 'first')],
  [one('reject', 'first')],
  [one('withdraw', 'jia')],
  [leading, one('decideDismissed', 'second'), one('close', 'first', { isLate: true })],
  [leading, one('decidePartly', 'third'), one('ask', 'jia', { isLate: true })],
];

test('any commands of anybody leave what the rules tell, refused ones nothing, and the row is a replay of its events', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(tried, async (given) => {
      await sql`update appeal set state = 'withdrawn'`;
      const terms = { run, unit: 'U1', about: ['m1'], grounds: '产出少算了两家企业。', asks: '请重新核算。' };
      const id = await perform(fileAppeal, people.jia, terms, { now: early, database });
      let model: Told = { state: 'filed', decision: null, isEarly: false, led: false, by: ['jia'], version: 1 };
      for (const { isStale, isRight, isLate, ...random } of given) {
        const [act, who] = (isRight && right[model.state]) || [random.act, random.who];
        const expected = isStale ? null : told(model, act, who, isLate);
        const [command, input] = acts[act]?.({ id, version: isStale ? model.version + 1 : model.version }) ?? [];
        const before = await stored(id);
        const now = isLate ? late : early;
        const refusal = await perform(command as never, people[who], input, { now, database }).then(
          () => null,
          (error: unknown) => error,
        );
        const about = `${act} by ${who} in ${model.state}`;
        if (expected) {
          expect(refusal, about).toBeNull();
          if (expected.state !== model.state) seen.add(expected.state);
          model = expected;
        } else {
          expect(refusal, about).toBeInstanceOf(Refusal);
          expect(await stored(id), about).toEqual(before);
        }
        const { state, outcome, remedy, actors, version } = await stored(id);
        expect({ state, decision: outcome, led: remedy !== null, version }, about).toEqual({
          ...{ state: model.state, decision: model.decision, led: model.led, version: model.version },
        });
        expect(new Set(actors), about).toEqual(new Set(model.by));
      }
      expect(await replayOf(id)).toEqual(await stored(id));
    }),
    { numRuns: many(300, 25), examples: examples.map((example) => [example]) },
  );
  expect([...seen].toSorted()).toEqual(
    ['accepted', 'closed', 'decided', 'rejected', 'reviewed', 'reviewing', 'withdrawn'].toSorted(),
  );
}, 120_000);
