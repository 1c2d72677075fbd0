import { randomUUID } from 'node:crypto';
import { db, type Sql } from '@/db/client';
import { builtActions, callAction } from '@/e2e/actions';
import { forgetGroup, inventedDocument, inventGroup, inventScheme, year } from '@/e2e/assessment';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, everybody, joinProduct, newAccount, type Person, refusedWords } from '@/e2e/people';
import { perform } from '@/lib/access/command';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { appeals } from '@/lib/i18n/zh-CN/appeals';
import { ledger } from '@/lib/i18n/zh-CN/ledger';
import { runs } from '@/lib/i18n/zh-CN/runs';
import { someone } from '@/lib/testing/invented-run';

joinProduct();
test.describe.configure({ mode: 'serial' });

/**
 * A person of the office by their part: author of the earlier step, of the next one, or a third; and everybody else.
 */
type Actor = Person & { readonly part?: 'first' | 'second' | 'third'; readonly id?: string };

async function actors(): Promise<Actor[]> {
  const office: Actor[] = [];
  for (const part of ['first', 'second', 'third'] as const) {
    const user = await newAccount('assessmentOffice');
    office.push({ name: part, role: 'assessmentOffice', part, id: user.id, user, cookies: await cookiesOf(user) });
  }
  return [...office, ...(await everybody()).filter(({ role }) => role !== 'assessmentOffice')];
}

const actionNamed = (name: string): string => {
  const id = builtActions().find((one) => one.name.endsWith(name))?.id ?? '';
  expect(id, name).not.toBe('');
  return id;
};

/** Either the resulting state, or the words of the refusal. */
type Outcome = { readonly becomes: string } | { readonly refused: string };

/** Calls an action and lists how the answer and the row differ from the expected outcome. */
async function tryAction(
  product: string,
  action: string,
  parts: { person: Actor; fields: Record<string, string>; expected: Outcome; state: () => Promise<string> },
): Promise<string | null> {
  const { person, fields, expected, state } = parts;
  const before = await state();
  const { body, status } = await callAction(product, action, { fields, cookies: person.cookies });
  const after = await state();
  if (status >= 500) return `a fault, ${status}`;
  if ('becomes' in expected) return after === expected.becomes ? null : `is ${after}, not ${expected.becomes}: ${body}`;
  if (after !== before) return `became ${after}`;
  return body.includes(expected.refused) ? null : `not refused by “${expected.refused}”: ${body}`;
}

const runStates = ['trial', 'approved', 'published'] as const;
type RunState = (typeof runStates)[number];

/** The workflow of a run that `first` computed and `second` approved. */
const ofRuns: Readonly<Record<string, (state: RunState, part: Actor['part']) => Outcome>> = {
  approve: (state, part) => {
    if (state !== 'trial') return { refused: runs.refused.moved };
    return part === 'first' ? { refused: runs.refused.ownComputation } : { becomes: 'approved' };
  },
  publish: (state, part) => {
    if (state !== 'approved') return { refused: runs.refused.moved };
    return part === 'second' ? { refused: runs.refused.ownApproval } : { becomes: 'published' };
  },
  discard: (state) => (state === 'published' ? { refused: runs.refused.moved } : { becomes: 'gone' }),
};

test('every step of a run, by everybody, in every state, is done or refused as in the workflow', async ({
  product,
  sql,
}) => {
  test.setTimeout(240_000);
  const group = await inventGroup(sql);
  await inventScheme(group, inventedDocument(group));
  const people = await actors();
  const [first, second] = people.map(({ id = '' }) => someone(id));
  if (!first || !second) throw new Error('nobody is there');
  const database = db();
  const asked = { schemeCode: group.code, number: 1, periodCode: year, deadlinePassed: true };
  const runIn = async (state: RunState) => {
    const [now, steps] = [new Date(), runStates.indexOf(state)];
    const id = await perform(computeRun, first, asked, { now, database });
    if (steps > 0) await perform(approveRun, second, { id, version: 1 }, { now, database });
    if (steps > 1) await perform(publishRun, first, { id, version: 2 }, { now, database });
    return id;
  };
  const stateOf = async (id: string) => `${(await sql`select state from run where id = ${id}`)[0]?.state ?? 'gone'}`;
  const differences: string[] = [];
  let calls = 0;
  for (const [name, expected] of Object.entries(ofRuns)) {
    const action = actionNamed(`assessment/runs/actions.ts ${name}`);
    for (const state of runStates) {
      let id = await runIn(state);
      for (const person of people) {
        if ((await stateOf(id)) !== state) id = await runIn(state);
        const fields = { id, version: `${runStates.indexOf(state) + 1}` };
        const outcome = person.part ? expected(state, person.part) : { refused: refusedWords(person) };
        const why = await tryAction(product, action, { person, fields, expected: outcome, state: () => stateOf(id) });
        calls += 1;
        if (why) differences.push(`${name} by ${person.name}, ${state}: ${why.slice(0, 300)}`);
      }
    }
  }
  console.log(`${calls} steps`);
  await forgetGroup(sql, group);
  expect(differences).toEqual([]);
});

const entryStates = ['provisional', 'proposed', 'reviewed', 'confirmed', 'revoked'] as const;
type EntryState = (typeof entryStates)[number];
const refused = ledger.refused;

/** The workflow of an entry that `first` recorded, for the step to `to`; `revoked` is the other action. */
function ofEntry(state: EntryState, to: EntryState, part: Actor['part']): Outcome {
  if (state === 'revoked') return { refused: refused.revoked };
  if (to === 'revoked') return { becomes: to };
  if (entryStates.indexOf(to) !== entryStates.indexOf(state) + 1) return { refused: refused.notTheNextState };
  return (to === 'reviewed' || to === 'confirmed') && part === 'first'
    ? { refused: refused.ownEntry }
    : { becomes: to };
}

/** Sets the state of an entry in the database. */
async function entryIn(sql: Sql, of: { scheme: string; unit: string; by: string }, state: EntryState): Promise<string> {
  const id = randomUUID();
  await sql`insert into adjustment ${sql({
    ...{ id, org_unit_code: of.unit, scheme_code: of.scheme, period_code: year, kind: 'bonus', node: '', rule: '' },
    ...{ points: '1', article: '', reason: '演示事由', evidence: '演示依据', incident: '', state },
    ...{ recorded_by: of.by, recorded_at: new Date(), updated_by: of.by, updated_at: new Date() },
  })}`;
  return id;
}

test('every step of a ledger entry, by everybody, in every state, is done or refused as in the workflow', async ({
  product,
  sql,
}) => {
  test.setTimeout(240_000);
  const group = await inventGroup(sql);
  await inventScheme(group, inventedDocument(group));
  const people = await actors();
  const of = { scheme: group.code, unit: group.units.jia.code, by: people[0]?.id ?? '' };
  const stateOf = async (id: string) => `${(await sql`select state from adjustment where id = ${id}`)[0]?.state}`;
  const differences: string[] = [];
  let calls = 0;
  for (const to of entryStates.slice(1)) {
    const action = actionNamed(`assessment/ledger/actions.ts ${to === 'revoked' ? 'revoke' : 'advance'}`);
    for (const state of entryStates) {
      for (const person of people) {
        const id = await entryIn(sql, of, state);
        const fields = { id, version: '1', to, reason: '演示撤销' };
        const expected = person.part ? ofEntry(state, to, person.part) : { refused: refusedWords(person) };
        const why = await tryAction(product, action, { person, fields, expected, state: () => stateOf(id) });
        calls += 1;
        if (why) differences.push(`${to} by ${person.name}, ${state}: ${why.slice(0, 300)}`);
      }
    }
  }
  console.log(`${calls} steps`);
  await forgetGroup(sql, group);
  expect(differences).toEqual([]);
});

const appealStates = [
  'filed',
  'accepted',
  'rejected',
  'decided',
  'reviewing',
  'reviewed',
  'closed',
  'withdrawn',
] as const;
type AppealState = (typeof appealStates)[number];
const not = appeals.refused;
const lastDay = '2199-12-31';
const done = (state: AppealState): Outcome => ({ becomes: `${state} 6` });

/**
 * The workflow of an appeal that `first` touched, about a run that `second` published, upheld where it is decided, with days left
 * for a review: of the office, and of its own unit.
 */
const officeSteps: Readonly<Record<string, (state: AppealState, part: Actor['part']) => Outcome | null>> = {
  accept: (state, part) => (state !== 'filed' ? null : part === 'first' ? { refused: not.ownStep } : done('accepted')),
  reject: (state, part) => (state !== 'filed' ? null : decision(part, 'rejected')),
  decide: (state, part) => (state !== 'accepted' ? null : decision(part, 'decided')),
  decideAgain: (state, part) => (state !== 'reviewing' ? null : decision(part, 'reviewed')),
  settle: (state) => (state === 'decided' || state === 'reviewed' ? done(state) : null),
  close: (state) => {
    if (state === 'decided') return { refused: not.reviewOpen.replace('{day}', lastDay) };
    return state === 'reviewed' ? { refused: not.noRemedy } : null;
  },
};
const unitSteps: Readonly<Record<string, (state: AppealState) => Outcome | null>> = {
  review: (state) => (state === 'decided' ? done('reviewing') : null),
  withdraw: (state) => (state === 'filed' || state === 'accepted' ? done('withdrawn') : null),
};
function decision(part: Actor['part'], to: AppealState): Outcome {
  if (part === 'first') return { refused: not.ownStep };
  return part === 'second' ? { refused: not.ownPublication } : done(to);
}

/** Sets the state of an appeal in the database, in its fifth version. */
async function appealIn(sql: Sql, of: { run: string; unit: string; by: string }, state: AppealState): Promise<string> {
  const id = randomUUID();
  const isDecided = ['decided', 'reviewing', 'reviewed', 'closed'].includes(state);
  await sql`insert into appeal (id, run_id, org_unit_code, about, grounds, asks, state, outcome, review_until, actors, version,
      filed_at, updated_by, updated_at)
    values (${id}, ${of.run}, ${of.unit}, '[""]', '演示理由', '演示请求', ${state}, ${isDecided ? 'upheld' : null},
      ${isDecided ? lastDay : null}, ${sql.json([of.by])}, 5, '2000-01-01', ${of.by}, now())`;
  return id;
}

test('every step of an appeal, by everybody, in every state, is done or refused as in the workflow', async ({
  product,
  sql,
}) => {
  test.setTimeout(400_000);
  const group = await inventGroup(sql);
  await inventScheme(group, inventedDocument(group));
  const people = await actors();
  const [first, second, third] = people.map(({ id = '' }) => someone(id));
  if (!first || !second || !third) throw new Error('nobody is there');
  const [database, now] = [db(), new Date()];
  const asked = { schemeCode: group.code, number: 1, periodCode: year, deadlinePassed: true };
  const run = await perform(computeRun, third, asked, { now, database });
  await perform(approveRun, first, { id: run, version: 1 }, { now, database });
  await perform(publishRun, second, { id: run, version: 2 }, { now, database });
  const unit = group.units.jia.code;
  const of = { run, unit, by: first.userId };
  const entry = await entryIn(sql, { ...of, scheme: group.code }, 'proposed');
  for (const role of ['reporter', 'unitReviewer'] as const) {
    const user = await newAccount(role, unit);
    people.push({ name: `own ${role}`, role, user, cookies: await cookiesOf(user) });
  }
  const stateOf = async (id: string) => {
    const [row] = await sql`select state, version from appeal where id = ${id}`;
    return `${row?.state} ${row?.version}`;
  };
  const expectedOf = (name: string, state: AppealState, person: Actor): Outcome => {
    const isOwn = person.name.startsWith('own');
    const isOfUnit = person.role === 'reporter' || person.role === 'unitReviewer';
    if (name in officeSteps)
      return person.part
        ? (officeSteps[name]?.(state, person.part) ?? { refused: not.wrongState })
        : { refused: refusedWords(person) };
    if (!isOfUnit) return { refused: refusedWords(person) };
    // Another unit does not find it.
    return isOwn ? (unitSteps[name]?.(state) ?? { refused: not.wrongState }) : { refused: not.none };
  };
  const differences: string[] = [];
  let calls = 0;
  for (const name of [...Object.keys(officeSteps), ...Object.keys(unitSteps)]) {
    const action = actionNamed(`assessment/appeals/actions.ts ${name}`);
    for (const state of appealStates) {
      let id = await appealIn(sql, of, state);
      for (const person of people) {
        if ((await stateOf(id)) !== `${state} 5`) id = await appealIn(sql, of, state);
        const fields = {
          ...{ id, version: '5', ownUnit: unit, outcome: 'partly', reason: '演示理由', note: '' },
          remedy: `adjustment/${entry}`,
        };
        const expected = expectedOf(name, state, person);
        const why = await tryAction(product, action, { person, fields, expected, state: () => stateOf(id) });
        calls += 1;
        if (why) differences.push(`${name} by ${person.name}, ${state}: ${why.slice(0, 300)}`);
      }
    }
  }
  console.log(`${calls} steps`);
  await sql`delete from appeal where run_id = ${run} and version = 5`;
  await forgetGroup(sql, group);
  expect(differences).toEqual([]);
});
