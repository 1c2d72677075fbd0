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
