import type { Sql } from '@/db/client';
import { builtActions, callAction } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { everybody, joinProduct, type Person } from '@/e2e/people';
import { forgetReturns, type InventedReturns, insiders, inventReturns } from '@/e2e/returns';
import { type CommandName, may } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import type { FigureState, ReviewLevel } from '@/lib/reporting/words';
import { isDeep } from '@/lib/testing/many';

joinProduct();
const t = translator('zh-CN', 'errors');

/** The standing of the figure: its state, its next reviewer, and whether the review of its return has begun. */
type Standing = { readonly state: FigureState; readonly awaits: ReviewLevel | null; readonly began: boolean };
const standings: readonly Standing[] = [
  { state: 'draft', awaits: null, began: false },
  { state: 'submitted', awaits: 'unitReviewer', began: false },
  { state: 'submitted', awaits: 'departmentReviewer', began: true },
  { state: 'returned', awaits: null, began: true },
  { state: 'approved', awaits: null, began: true },
  { state: 'reopened', awaits: null, began: true },
];

type Refused = 'command' | 'signedOut' | 'noReturn' | 'figureLocked' | 'nothingToSubmit' | 'nothingToWithdraw';
type Outcome =
  | { readonly becomes: `${FigureState}` | `submitted to ${ReviewLevel}` }
  | { readonly refused: Refused | 'reviewBegan' | 'reviewMoved' | 'notApproved' };

/** A request of a permitted person, with its outcome in each standing, implemented independently of the product. */
type Task = {
  readonly action: string;
  readonly command: CommandName;
  readonly fields: (one: InventedReturns) => Record<string, string>;
  readonly outcome: (at: Standing, role: Person['role']) => Outcome;
  /** The outcome for a reviewer of another department. */
  readonly notOurs?: Outcome;
};

const isWritable = ({ state }: Standing) => state !== 'submitted' && state !== 'approved';
const asItIs = ({ state, awaits }: Standing): Outcome => ({
  becomes: state === 'submitted' && awaits ? `submitted to ${awaits}` : state,
});
const key = ({ indicators, period }: InventedReturns) => `${indicators.ours} ${period}`;
const version = (one: InventedReturns) => ({ collectionId: one.collectionId, version: '1', unitCode: one.units.own });
const lookedAtInput = (one: InventedReturns) => ({
  collection: one.collectionId,
  unit: one.units.own,
  figures: `${key(one)} 1`,
  reason: '请核对本项数据',
});
const moved: Outcome = { refused: 'reviewMoved' };
const unapproved: Outcome = { refused: 'notApproved' };
const decisionOf = (outcome: (role: Person['role']) => Outcome) => (at: Standing, role: Person['role']) =>
  at.awaits === role ? outcome(role) : moved;
const reopeningOutcome = (at: Standing): Outcome => (isWritable(at) ? unapproved : asItIs(at));

const tasks: readonly Task[] = [
  {
    action: 'entry/[collection]/actions.ts save',
    command: 'submission.save',
    fields: (one) => ({
      ...version(one),
      [`version:${key(one)}`]: '1',
      [`typed:${key(one)}`]: '1300',
      [`explanation:${key(one)}`]: '与上期口径一致，已核对',
    }),
    outcome: (at) => (isWritable(at) ? asItIs(at) : { refused: 'figureLocked' }),
  },
  {
    action: 'entry/[collection]/actions.ts submit',
    command: 'submission.submit',
    fields: version,
    outcome: (at) => (isWritable(at) ? { becomes: 'submitted to unitReviewer' } : { refused: 'nothingToSubmit' }),
  },
  {
    action: 'entry/[collection]/actions.ts withdraw',
    command: 'submission.withdraw',
    fields: version,
    outcome: ({ state, began }) =>
      state !== 'submitted'
        ? { refused: 'nothingToWithdraw' }
        : began
          ? { refused: 'reviewBegan' }
          : { becomes: 'draft' },
  },
  {
    action: 'entry/[collection]/actions.ts reopen',
    command: 'submission.askReopening',
    fields: (one) => ({ ...version(one), figure: key(one), reason: '统计口径有更正' }),
    outcome: reopeningOutcome,
    notOurs: unapproved,
  },
  {
    action: 'review/actions.ts ask',
    command: 'submission.askReopening',
    fields: lookedAtInput,
    outcome: reopeningOutcome,
    notOurs: unapproved,
  },
  {
    action: 'review/actions.ts approve',
    command: 'review.approve',
    fields: lookedAtInput,
    outcome: decisionOf((role) => ({
      becomes: role === 'unitReviewer' ? 'submitted to departmentReviewer' : 'approved',
    })),
    notOurs: moved,
  },
  {
    action: 'review/actions.ts giveBack',
    command: 'review.return',
    fields: lookedAtInput,
    outcome: decisionOf(() => ({ becomes: 'returned' })),
    notOurs: moved,
  },
  {
    action: 'review/actions.ts verify',
    command: 'review.verify',
    fields: (one) => ({ ...lookedAtInput(one), typed: '1250' }),
    outcome: decisionOf((role) => ({ becomes: `submitted to ${role as ReviewLevel}` })),
    notOurs: moved,
  },
];

/** The expected outcome. Every request names its unit, so that nobody reaches another return. */
function expectedOutcome(task: Task, person: Person & { isNear?: boolean }, at: Standing): Outcome {
  if (!may(person.role, task.command)) return { refused: person.role === 'visitor' ? 'signedOut' : 'command' };
  if (person.isNear) return task.outcome(at, person.role);
  if (person.role === 'departmentReviewer') return task.notOurs ?? moved;
  return { refused: 'noReturn' };
}

/** Sets the figure's standing in the database. */
async function stand(sql: Sql, { collectionId, units, indicators }: InventedReturns, at: Standing): Promise<void> {
  await sql`delete from reopen_request where collection_id = ${collectionId}`;
  await sql`update submission_value set state = 'approved', awaits = null, version = 1
    where collection_id = ${collectionId} and org_unit_code = ${units.own} and indicator_code = ${indicators.theirs}`;
  await sql`update submission_value set state = ${at.state}, awaits = ${at.awaits}, version = 1, typed = '1200', value = 1200,
      decimals = 0, explanation = '', typed_yoy = '', reported_yoy = null, source_text = '', approved_value = null,
      approved_decimals = null, approved_reason = '', approved_by = null, return_reason = '', returned_by = null,
      round = 1, findings = '[]', worst = 9, submitted_by = 'check-reporter'
    where collection_id = ${collectionId} and org_unit_code = ${units.own} and indicator_code = ${indicators.ours}`;
  await sql`update submission set version = 1, round = 1, review_began = ${at.began},
      submitted = ${at.state === 'submitted' ? 1 : 0}
    where collection_id = ${collectionId} and org_unit_code = ${units.own}`;
}

/** All stored rows of the own unit's return. */
async function storedRows(sql: Sql, { collectionId, units }: InventedReturns): Promise<string> {
  const of = sql`collection_id = ${collectionId} and org_unit_code = ${units.own}`;
  const rows = await sql`select
    (select jsonb_agg(to_jsonb(v) order by v.indicator_code) from submission_value v where ${of}) as figures,
    (select to_jsonb(s) from submission s where ${of}) as return,
    (select jsonb_agg(to_jsonb(r)) from reopen_request r where ${of}) as requests,
    (select count(*) from review_event where ${of}) as steps`;
  return JSON.stringify(rows);
}

test('every request on a return, by everybody, in every state, is granted or refused as in the workflow', async ({
  product,
  sql,
}) => {
  test.setTimeout(240_000);
  const one = await inventReturns(sql);
  const people: (Person & { isNear?: boolean })[] = [...(await everybody()), ...(await insiders(one))];
  const actions = builtActions();
  const words = (refused: Refused | string) =>
    t(refused as 'command', { indicator: `演示指标${one.indicators.ours}` } as never);
  const differences: string[] = [];
  let calls = 0;
  let done = 0;
  for (const [row, task] of tasks.entries()) {
    const id = actions.find(({ name }) => name.endsWith(`reporting/${task.action}`))?.id ?? '';
    expect(id, task.action).not.toBe('');
    for (const [standing, at] of standings.entries()) {
      for (const [column, person] of people.entries()) {
        // A role without permission is refused in every standing: each is tried with one in turn, in the deep run with
        // all.
        const isOutside = !may(person.role, task.command);
        if (!isDeep && isOutside && (row + column) % standings.length !== standing) continue;
        await stand(sql, one, at);
        const before = await storedRows(sql, one);
        const { body, status } = await callAction(product, id, { fields: task.fields(one), cookies: person.cookies });
        const after = await storedRows(sql, one);
        calls += 1;
        const outcome = expectedOutcome(task, person, at);
        const difference = async (): Promise<string | null> => {
          if (status >= 500) return `a fault, ${status}`;
          if ('refused' in outcome) {
            if (before !== after) return 'something changed';
            // The last step on a figure that moved may be the person's own, from an earlier trial.
            const own = outcome.refused === 'reviewMoved' && body.includes(words('movedByYou'));
            return own || body.includes(words(outcome.refused)) ? null : `not refused by ${outcome.refused}: ${body}`;
          }
          const [row] = await sql`select state, awaits from submission_value where collection_id = ${one.collectionId}
            and org_unit_code = ${one.units.own} and indicator_code = ${one.indicators.ours}`;
          const stands = row?.awaits ? `${row.state} to ${row.awaits}` : row?.state;
          if (before === after) return `nothing happened: ${body}`;
          done += 1;
          return stands === outcome.becomes ? null : `is ${stands}, not ${outcome.becomes}`;
        };
        const why = await difference();
        if (why)
          differences.push(`${task.action} by ${person.name}, ${at.state} ${at.awaits ?? ''}: ${why.slice(0, 300)}`);
      }
    }
  }
  console.log(`${calls} calls, ${done} of them done, ${differences.length} differences`);
  await forgetReturns(sql, one);
  expect(differences).toEqual([]);
  expect(done).toBeGreaterThan(15);
});
