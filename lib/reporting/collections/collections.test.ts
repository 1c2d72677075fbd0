import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { orgUnit, source } from '@/db/schema/catalogue';
import { collection } from '@/db/schema/collections';
import { reviewEvent, submission } from '@/db/schema/reporting';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { accountPrincipal, type Principal } from '@/lib/access/principal';
import { type AccountRole, accountRoles } from '@/lib/access/words';
import { closeCollection } from '@/lib/reporting/collections/close-collection';
import { editCollection } from '@/lib/reporting/collections/edit-collection';
import { extendDeadline } from '@/lib/reporting/collections/exceptions/extend-deadline';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { remindUnits } from '@/lib/reporting/collections/remind-units';
import { checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { database, sql } = await testDatabase();

const now = new Date('2026-11-05T09:00:00+08:00');
const terms = {
  title: '工业经济月报',
  opensOn: '2026-11-01',
  dueOn: '2026-11-10',
  dueTime: '17:30',
  graceDays: 3,
  reviewChain: ['unitReviewer'],
  vintage: 'preliminary',
  instructions: '',
};
const asked = {
  ...terms,
  periodCode: '2026-M10',
  peerGroupCode: '',
  unitCodes: ['JIA', 'YI'],
  items: [{ indicatorCode: 'DEMO', periodCode: '2026-M10', isRequired: true }],
};

function as(role: AccountRole): Principal {
  return accountPrincipal({
    userId: role,
    name: role,
    role,
    units: 'all',
    unitCode: 'JIA',
    department: null,
    sessionId: role,
    standing: 'full',
  });
}
const office = as('assessmentOffice');

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, principal = office, at = now) =>
  perform(command, principal, input, { now: at, database });
const refusalFor = (...asked: Parameters<typeof give>) => refusalOf(give(...asked));

async function lastEvent() {
  const events = await database.select().from(auditEvent).orderBy(auditEvent.seq);
  const last = events.at(-1);
  return {
    command: last?.command,
    actor: last?.actor,
    changes: JSON.parse(last?.changes ?? '[]'),
    seq: last?.seq ?? 0,
  };
}
const row = async (id: string) => (await database.select().from(collection).where(eq(collection.id, id)))[0];
const returns = (id: string) =>
  database.select().from(submission).where(eq(submission.collectionId, id)).orderBy(submission.orgUnitCode);
const stepsOf = (id: string) =>
  database
    .select()
    .from(reviewEvent)
    .where(eq(reviewEvent.collectionId, id))
    .orderBy(reviewEvent.orgUnitCode, reviewEvent.step);
const submitReturn = (id: string, unit: string) => sql`
  update submission set state = 'submitted', round = 1, first_submitted_at = ${now.toISOString()}, submitted_at = ${now.toISOString()}
  where collection_id = ${id} and org_unit_code = ${unit}`;

beforeAll(async () => {
  await fictionalUnits(database);
  await database.insert(orgUnit).values({
    code: 'BING',
    parentCode: null,
    kind: 'county',
    initials: '',
    gbCode: null,
    validFrom: null,
    validTo: null,
    nameZh: '丙市',
    nameEn: 'City C',
    sortOrder: 9003,
    isDemonstration: true,
  });
});

let id = '';
beforeEach(async () => {
  id = await give(openCollection, asked);
});

test('no other role opens, edits, closes, reminds or extends', async () => {
  const inputs: [Parameters<typeof give>[0], unknown][] = [
    [openCollection, asked],
    [editCollection, { ...terms, collectionId: id, version: 1, unitCodes: [] }],
    [closeCollection, { collectionId: id, version: 1, reason: '提前结束' }],
    [remindUnits, { collectionId: id, unitCodes: ['JIA'], message: '请尽快报送' }],
    [
      extendDeadline,
      { collectionId: id, unitCode: 'JIA', untilOn: '2026-11-20', untilTime: '12:00', reason: '系统迁移' },
    ],
  ];
  for (const [command, input] of inputs) {
    for (const role of accountRoles.filter((role) => role !== 'assessmentOffice')) {
      expect(await refusalFor(command, input, as(role)), `${command.name} ${role}`).toBe('forbidden command');
    }
  }
  expect(await row(id)).toMatchObject({ state: 'open', version: 1 });
});

describe('opening', () => {
  test('creates an empty return for each unit and a document, and leaves one event', async () => {
    expect((await returns(id)).map(({ orgUnitCode, state, items }) => [orgUnitCode, state, items])).toEqual([
      ['JIA', 'empty', 1],
      ['YI', 'empty', 1],
    ]);
    expect(await lastEvent()).toMatchObject({
      command: 'collection.open',
      actor: 'assessmentOffice',
      changes: [{ subject: `collection/${id}`, after: { title: terms.title, units: 2, items: 1 } }],
    });
  });

  test('asks for a repeated figure once', async () => {
    const twice = await give(openCollection, { ...asked, items: [...asked.items, ...asked.items] });
    expect((await returns(twice))[0]?.items).toBe(1);
  });

  test.each([
    [{ dueOn: '2026-10-31' }, 'invalid dueBeforeOpening'],
    [{ items: [] }, 'invalid noItems'],
    [{ unitCodes: [] }, 'invalid noUnits'],
    [{ unitCodes: ['NOBODY'] }, 'invalid unknownUnit'],
    [{ unitCodes: ['JIA', 'BING'] }, 'invalid collections.refused.mixedUnits'],
    [{ items: [{ indicatorCode: 'NONE', periodCode: '2026-M10', isRequired: true }] }, 'invalid unknownIndicator'],
    [{ items: [{ indicatorCode: 'DEMO', periodCode: '2026-M09', isRequired: true }] }, 'invalid itemOfAnotherPeriod'],
    [{ periodCode: 'undated' }, 'invalid input'],
    [{ opensOn: '0000-01-01' }, 'invalid input'],
  ])('refuses %j', async (wrong, refusal) => {
    expect(await refusalFor(openCollection, { ...asked, ...wrong })).toBe(refusal);
  });

  test('marks a collection of invented units alone, and its document', async () => {
    const invented = await give(openCollection, { ...asked, unitCodes: ['BING'] });
    const made = await row(invented);
    expect(made?.isDemonstration).toBe(true);
    const [document] = await database
      .select()
      .from(source)
      .where(eq(source.code, made?.sourceCode ?? ''));
    expect(document?.title).toBe('工业经济月报（演示数据）');
  });
});

describe('editing', () => {
  const edit = (change: object, version = 1) =>
    give(editCollection, { ...terms, collectionId: id, version, unitCodes: [], ...change });

  test('changes title, times and review, renames the document, and leaves one event of the changes', async () => {
    await edit({ title: '工业月报', dueOn: '2026-11-12', reviewChain: ['departmentReviewer', 'unitReviewer'] });
    const after = await row(id);
    expect(after).toMatchObject({ title: '工业月报', version: 2, reviewChain: ['unitReviewer', 'departmentReviewer'] });
    expect(after?.dueAt).toEqual(new Date('2026-11-12T17:30:00+08:00'));
    const [document] = await database
      .select()
      .from(source)
      .where(eq(source.code, after?.sourceCode ?? ''));
    expect(document?.title).toBe('工业月报');
    const { command, changes } = await lastEvent();
    expect(command).toBe('collection.edit');
    expect(changes).toHaveLength(1);
    expect(Object.keys(changes[0].after).sort()).toEqual(['dueAt', 'graceUntil', 'reviewChain', 'title']);
  });

  test('without a change leaves no event', async () => {
    const { seq } = await lastEvent();
    await edit({});
    expect((await lastEvent()).seq).toBe(seq);
    expect((await row(id))?.version).toBe(1);
  });

  test('at the same version a second time is refused, and of ten at once one succeeds', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) => refusalOf(edit({ title: `第${at}稿月报` }))),
    );
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict movedByYou')).toHaveLength(9);
  });

  test('adds further units, each once; never invented ones beside real ones', async () => {
    const one = await give(openCollection, { ...asked, unitCodes: ['JIA'] });
    await give(editCollection, { ...terms, collectionId: one, version: 1, unitCodes: ['JIA', 'YI'] });
    expect((await returns(one)).map(({ orgUnitCode, items }) => [orgUnitCode, items])).toEqual([
      ['JIA', 1],
      ['YI', 1],
    ]);
    expect((await lastEvent()).changes[0].after).toEqual({ addedUnits: ['YI'] });
    const mixed = { ...terms, collectionId: one, version: 2, unitCodes: ['BING'] };
    expect(await refusalFor(editCollection, mixed)).toBe('invalid collections.refused.mixedUnits');
  });

  test('leaves review and vintage unchanged once a return was submitted; the rest may change', async () => {
    await submitReturn(id, 'JIA');
    const refusal = 'conflict collections.refused.reviewFixed';
    expect(await refusalOf(edit({ reviewChain: ['departmentReviewer'] }))).toBe(refusal);
    expect(await refusalOf(edit({ vintage: 'final' }))).toBe(refusal);
    expect(await refusalOf(edit({ dueOn: '2026-11-15' }))).toBeNull();
  });
});

describe('closing', () => {
  const close = (version = 1) => give(closeCollection, { collectionId: id, version, reason: '提前结束' });

  test('ends a collection once, with the reason, and leaves one event', async () => {
    await close();
    expect(await row(id)).toMatchObject({ state: 'closed', closedReason: '提前结束', version: 2 });
    expect(await lastEvent()).toMatchObject({
      command: 'collection.close',
      changes: [{ subject: `collection/${id}`, before: { state: 'open' }, after: { state: 'closed' } }],
    });
    expect(await refusalOf(close(2))).toBe('conflict collections.refused.collectionClosed');
  });

  test('refuses another version and an unknown collection', async () => {
    expect(await refusalOf(close(7))).toBe('conflict movedByYou');
    const nowhere = { collectionId: 'nowhere', version: 1, reason: '提前结束' };
    expect(await refusalFor(closeCollection, nowhere)).toBe('notFound collections.refused.noCollection');
  });

  test('prevents reminders, extensions and edits afterwards', async () => {
    await close();
    const refusal = 'conflict collections.refused.collectionClosed';
    expect(await refusalFor(remindUnits, { collectionId: id, unitCodes: ['JIA'], message: '请报' })).toBe(refusal);
    const more = { collectionId: id, unitCode: 'JIA', untilOn: '2026-11-20', untilTime: '12:00', reason: '系统迁移' };
    expect(await refusalFor(extendDeadline, more)).toBe(refusal);
    expect(await refusalFor(editCollection, { ...terms, collectionId: id, version: 2, unitCodes: [] })).toBe(refusal);
  });
});

describe('reminding', () => {
  const remind = (unitCodes: string[]) => give(remindUnits, { collectionId: id, unitCodes, message: '请于今日报送' });

  test('reaches units without a submission, with a step and an entry for each; foreign units are ignored', async () => {
    await submitReturn(id, 'YI');
    expect(await remind(['JIA', 'YI', 'BING'])).toBe(1);
    expect(await remind(['JIA'])).toBe(1);
    expect(
      (await returns(id)).map(({ reminders, reminder, remindedAt, version }) => [
        reminders,
        reminder,
        remindedAt,
        version,
      ]),
    ).toEqual([
      [2, '请于今日报送', now, 1],
      [0, '', null, 1],
    ]);
    expect((await stepsOf(id)).map(({ orgUnitCode, step, kind, reason }) => [orgUnitCode, step, kind, reason])).toEqual(
      [
        ['JIA', 1, 'reminded', '请于今日报送'],
        ['JIA', 2, 'reminded', '请于今日报送'],
      ],
    );
    expect(await lastEvent()).toMatchObject({
      command: 'collection.remind',
      changes: [{ subject: `submission/${id}/JIA`, after: { reminder: '请于今日报送', reminders: 2 } }],
    });
  });

  test('refuses when every unit has submitted', async () => {
    await submitReturn(id, 'JIA');
    const refusal = 'conflict collections.refused.nobodyBehind';
    expect(await refusalOf(remind(['JIA']))).toBe(refusal);
    expect(await refusalOf(remind([]))).toBe(refusal);
    expect(await refusalOf(remind(['NOBODY']))).toBe(refusal);
  });

  test('ten times at once numbers the steps one after another', async () => {
    await Promise.all(Array.from({ length: 10 }, () => remind(['YI', 'JIA'])));
    expect((await returns(id)).map(({ reminders, steps }) => [reminders, steps])).toEqual([
      [10, 10],
      [10, 10],
    ]);
    expect(await stepsOf(id)).toHaveLength(20);
  });
});

describe('extending the deadline of one unit', () => {
  const extend = (change: object = {}, at = now) =>
    give(
      extendDeadline,
      { collectionId: id, unitCode: 'JIA', untilOn: '2026-11-20', untilTime: '12:00', reason: '系统迁移', ...change },
      office,
      at,
    );

  test('sets its own deadline, with the reason in a step and an event', async () => {
    await extend();
    const [own, other] = await returns(id);
    expect(own).toMatchObject({ extendedUntil: new Date('2026-11-20T12:00:00+08:00'), extendedReason: '系统迁移' });
    expect(other?.extendedUntil).toBeNull();
    expect(await stepsOf(id)).toMatchObject([
      { orgUnitCode: 'JIA', kind: 'extended', reason: '2026-11-20 12:00：系统迁移' },
    ]);
    expect(await lastEvent()).toMatchObject({
      command: 'submission.extend',
      changes: [{ subject: `submission/${id}/JIA`, before: { extendedUntil: null }, after: { reason: '系统迁移' } }],
    });
  });

  test.each([
    [{ untilOn: '2026-11-10', untilTime: '17:30' }, 'invalid collections.refused.untilBeforeDue'],
    [{ untilOn: '2026-11-04' }, 'invalid collections.refused.untilPassed'],
    [{ unitCode: 'BING' }, 'notFound noReturn'],
    [{ untilTime: '25:00' }, 'invalid input'],
    [{ reason: '急' }, 'invalid input'],
  ])('refuses %j', async (wrong, refusal) => {
    expect(await refusalOf(extend(wrong))).toBe(refusal);
  });

  test('is not taken back by an official whose page is older', async () => {
    await extend();
    expect(await refusalOf(extend({ untilOn: '2026-11-19' }))).toBe('invalid collections.refused.untilBeforeDue');
    await extend({ untilOn: '2026-11-21' });
  });

  test('refuses the present moment, and a unit that has submitted', async () => {
    const late = new Date('2026-11-20T12:00:00+08:00');
    expect(await refusalOf(extend({}, late))).toBe('invalid collections.refused.untilPassed');
    await submitReturn(id, 'JIA');
    expect(await refusalOf(extend())).toBe('conflict collections.refused.alreadySubmitted');
  });
});
