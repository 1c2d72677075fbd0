import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { askExtension } from '@/lib/monitoring/follow-ups/ask-extension';
import { assignFollowUp } from '@/lib/monitoring/follow-ups/assign-follow-up';
import { attachEvidence } from '@/lib/monitoring/follow-ups/attach-evidence';
import { checkReport } from '@/lib/monitoring/follow-ups/check-report';
import { closeFollowUp } from '@/lib/monitoring/follow-ups/close-follow-up';
import { decideExtension } from '@/lib/monitoring/follow-ups/decide-extension';
import { dropFollowUp } from '@/lib/monitoring/follow-ups/drop-follow-up';
import { editFollowUp } from '@/lib/monitoring/follow-ups/edit-follow-up';
import { mergeFollowUps } from '@/lib/monitoring/follow-ups/merge-follow-ups';
import { noteProgress } from '@/lib/monitoring/follow-ups/note-progress';
import { planMeasures } from '@/lib/monitoring/follow-ups/plan-measures';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { remarkUpon } from '@/lib/monitoring/follow-ups/remarks/remark-upon';
import { reportResult } from '@/lib/monitoring/follow-ups/report-result';
import { sendFollowUpBack } from '@/lib/monitoring/follow-ups/send-back';
import { signFollowUp } from '@/lib/monitoring/follow-ups/sign-follow-up';
import { replayed } from '@/lib/monitoring/follow-ups/steps';
import { transferFollowUp } from '@/lib/monitoring/follow-ups/transfer-follow-up';
import type { Step } from '@/lib/monitoring/follow-ups/words';
import { checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const people: Readonly<Record<string, Principal>> = {
  office: person('assessmentOffice', { userId: 'office' }),
  // Moved from the unit to the office since: reported once, and may now check others' reports.
  moved: person('assessmentOffice', { userId: 'jia' }),
  jia: person('reporter', { userId: 'jia', unitCode: 'JIA' }),
  yi: person('unitReviewer', { userId: 'yi', unitCode: 'YI' }),
  leader: person('leader'),
  auditor: person('auditor'),
};

beforeAll(() => fictionalIndicators(database));

type Told = {
  state: string;
  unit: string;
  due: string;
  asked: { by: string; until: string } | null;
  reporter: string | null;
  /** Whether a unit ever signed for it. */
  isSigned: boolean;
  version: number;
};

/** The rules as the office tells them, without the product: what a step makes of a follow-up, or null where it is refused. */
function told(at: Told, act: string, who: string): Told | null {
  const isOffice = who === 'office' || who === 'moved';
  const own = (who === 'jia' && at.unit === 'JIA') || (who === 'yi' && at.unit === 'YI');
  const inWork = ['assigned', 'signed', 'working'].includes(at.state);
  const next = (more: Partial<Told>): Told => ({ ...at, ...more, version: at.version + 1 });
  const actor = who === 'moved' ? 'jia' : who;
  switch (act) {
    case 'assign':
      return isOffice && at.state === 'raised' ? next({ state: 'assigned' }) : null;
    case 'sign':
      return own && at.state === 'assigned' ? next({ state: 'signed', isSigned: true }) : null;
    case 'plan':
      return own && (at.state === 'signed' || at.state === 'working') ? next({ state: 'working' }) : null;
    case 'note':
      return own && at.state === 'working' ? next({}) : null;
    case 'report':
      return own && at.state === 'working' ? next({ state: 'reported', reporter: actor }) : null;
    case 'check':
      return isOffice && at.state === 'reported' && at.reporter !== actor ? next({ state: 'checking' }) : null;
    case 'sendBack':
      return isOffice && at.state === 'checking' && at.reporter !== actor ? next({ state: 'working' }) : null;
    case 'close':
      return isOffice && at.state === 'checking' && at.reporter !== actor
        ? next({ state: 'closed', asked: null })
        : null;
    case 'ask':
      return own && inWork && !at.asked ? next({ asked: { by: actor, until: dayAfter(at.due) } }) : null;
    case 'grant':
    case 'decline': {
      const isOpen = !['closed', 'merged', 'dropped'].includes(at.state);
      if (!isOffice || !isOpen || !at.asked || at.asked.by === actor) return null;
      return next({ asked: null, due: act === 'grant' ? at.asked.until : at.due });
    }
    case 'toJia':
    case 'toYi': {
      const unit = act === 'toJia' ? 'JIA' : 'YI';
      const isMoved = isOffice && inWork && at.unit !== unit;
      return isMoved ? next({ unit, state: 'assigned', asked: null, reporter: null }) : null;
    }
    case 'drop': {
      const isEarly = at.state === 'raised' || at.state === 'assigned';
      return isOffice && isEarly && !at.isSigned ? next({ state: 'dropped', asked: null }) : null;
    }
    case 'remark':
      return who === 'leader' && !['closed', 'merged', 'dropped'].includes(at.state) ? next({}) : null;
    case 'edit':
      return isOffice && at.state === 'raised' ? next({}) : null;
    case 'attach':
      return own && at.state === 'working' ? next({}) : null;
    case 'merge': {
      const isEarly = at.state === 'raised' || inWork;
      return isOffice && isEarly && at.unit === 'JIA' ? next({ state: 'merged', asked: null }) : null;
    }
    default:
      return null;
  }
}

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const words = '按要求办理';
type Given = { id: string; version: number; unit: string; due: string; other: string };
const acts: Readonly<Record<string, (given: Given) => readonly [Command<never, unknown>, object]>> = {
  assign: (at) => [assignFollowUp as never, shown(at)],
  sign: (at) => [signFollowUp as never, own(at)],
  plan: (at) => [planMeasures as never, { ...own(at), measures: words }],
  note: (at) => [noteProgress as never, { ...own(at), note: words }],
  report: (at) => [reportResult as never, { ...own(at), report: words }],
  check: (at) => [checkReport as never, shown(at)],
  sendBack: (at) => [sendFollowUpBack as never, { ...shown(at), reason: words }],
  close: (at) => [closeFollowUp as never, { ...shown(at), finding: words, despite: false }],
  ask: (at) => [askExtension as never, { ...own(at), until: dayAfter(at.due), reason: words }],
  grant: (at) => [decideExtension as never, { ...shown(at), decision: 'grant', reason: words }],
  decline: (at) => [decideExtension as never, { ...shown(at), decision: 'decline', reason: words }],
  edit: (at) => [editFollowUp as never, { ...shown(at), ...terms, title: `甲区项目滞后${at.version}` }],
  attach: (at) => [attachEvidence as never, { ...own(at), fileName: '材料.pdf', content: pdfOf(at.version) }],
  remark: (at) => [remarkUpon as never, { ...shown(at), remark: words }],
  drop: (at) => [dropFollowUp as never, { ...shown(at), reason: words }],
  merge: (at) => [mergeFollowUps as never, { ...shown(at), into: at.other, reason: words }],
  toJia: (at) => [transferFollowUp as never, { ...shown(at), to: 'JIA', reason: words }],
  toYi: (at) => [transferFollowUp as never, { ...shown(at), to: 'YI', reason: words }],
};
const pdfOf = (version: number) => new TextEncoder().encode(`%PDF-1.7 ${version}`);
const shown = ({ id, version }: Given) => ({ id, version });
const own = ({ id, version, unit }: Given) => ({ id, version, unit });

const terms = {
  ...{ title: '甲区项目滞后', matter: '追上序时进度', unit: 'JIA', assisting: [], dueOn: '2026-06-30' },
  condition: null,
};
const raise = () =>
  perform(
    raiseFollowUp,
    people.office as Principal,
    { ...terms, origin: { kind: 'hand', note: '' } },
    { now, database },
  );

async function stored(id: string) {
  const [row] = await sql`select state, org_unit_code as unit, due_on::text as due, extension, reported_by as reporter,
      version, title, matter, assisting, measures, condition, origin, merged_into as "mergedInto"
    from follow_up where id = ${id}`;
  if (!row) throw new Error('no row');
  return row;
}

async function replayOf(id: string) {
  const events =
    await sql`select kind, facts, words, actor from follow_up_event where follow_up_id = ${id} order by step`;
  return replayed(
    events.map(({ kind, facts, words: said, actor }) => ({ step: { kind, ...facts } as Step, words: said, actor })),
  );
}

/** The row and a replay of its events say the same. */
async function expectReplayed(id: string): Promise<void> {
  const { due: dueOn, reporter: reportedBy, ...row } = await stored(id);
  expect(await replayOf(id)).toEqual({ ...row, dueOn, reportedBy });
}

const oftenGood = fc.array(
  fc.record({
    act: fc.constantFrom(...Object.keys(acts)),
    who: fc.constantFrom(...Object.keys(people)),
    isStale: fc.nat(9).map((n) => n === 0),
    /** Of many acts the one that is right takes its turn: random ones alone would rarely come far. */
    isRight: fc.boolean(),
  }),
  { minLength: 4, maxLength: 24 },
);
/** To the end without a detour, and into another one: so that every state is seen, whatever chance brings. */
const wholePath = Array.from({ length: 6 }, () => ({ act: 'note', who: 'leader', isStale: false, isRight: true }));
const early = (act: string) => [{ act, who: 'office', isStale: false, isRight: false }];
const byOffice = (...acts: readonly string[]) => acts.flatMap(early);
/** Signed for by one unit and handed to another, which has not signed: no longer dropped. */
const signedBefore = [
  ...byOffice('assign'),
  { act: 'sign', who: 'jia', isStale: false, isRight: false },
  ...byOffice('toYi', 'drop'),
];
const afterRaised = ['assigned', 'signed', 'working', 'reported', 'checking', 'closed', 'merged', 'dropped'];
const right: Readonly<Record<string, readonly [act: string, who: (unit: string) => string]>> = {
  raised: ['assign', () => 'office'],
  assigned: ['sign', ownOf],
  signed: ['plan', ownOf],
  working: ['report', ownOf],
  reported: ['check', () => 'office'],
  checking: ['close', () => 'office'],
};
function ownOf(unit: string): string {
  return unit === 'JIA' ? 'jia' : 'yi';
}

test(
  'any commands of anybody leave what the rules tell, refused ones nothing, and the row is a replay of its events',
  async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(oftenGood, async (given) => {
        const [id, other] = [await raise(), await raise()];
        let model: Told = {
          state: 'raised',
          unit: 'JIA',
          due: '2026-06-30',
          asked: null,
          reporter: null,
          isSigned: false,
          version: 1,
        };
        for (const { isStale, isRight, ...random } of given) {
          const [act, who] = right[model.state] ?? [];
          const asked = isRight && act && who ? { act, who: who(model.unit) } : random;
          const expected = isStale ? null : told(model, asked.act, asked.who);
          const at = {
            id,
            version: isStale ? model.version + 1 : model.version,
            unit: model.unit,
            due: model.due,
            other,
          };
          const [command, input] = acts[asked.act]?.(at) ?? [];
          const before = await stored(id);
          const refusal = await perform(command as never, people[asked.who] as Principal, input, {
            now,
            database,
          }).then(
            () => null,
            (error: unknown) => error,
          );
          const about = `${asked.act} by ${asked.who} in ${model.state}`;
          if (expected) {
            expect(refusal, about).toBeNull();
            model = expected;
            seen.add(model.state);
          } else {
            expect(refusal, about).toBeInstanceOf(Refusal);
            expect(await stored(id), about).toEqual(before);
          }
          const { state, unit, due, extension, reporter, version } = await stored(id);
          const found = { state, unit, due, reporter, version };
          const { asked: waits, isSigned: _, ...rest } = model;
          expect(found, about).toEqual(rest);
          expect(extension && { by: extension.by, until: extension.until }, about).toEqual(waits);
        }
        await expectReplayed(id);
        await expectReplayed(other);
        expect((await stored(other)).version).toBe(model.state === 'merged' ? 2 : 1);
      }),
      {
        numRuns: many(300, 25),
        examples: [[wholePath], [byOffice('merge')], [byOffice('drop')], [byOffice('assign', 'drop')], [signedBefore]],
      },
    );
    expect([...seen]).toEqual(expect.arrayContaining(afterRaised));
  },
  many(900_000, 120_000),
);
