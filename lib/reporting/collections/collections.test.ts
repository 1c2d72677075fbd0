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
const refused = (...asked: Parameters<typeof give>) => refusalOf(give(...asked));

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
const submitted = (id: string, unit: string) => sql`
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
      expect(await refused(command, input, as(role)), `${command.name} ${role}`).toBe('forbidden command');
    }
  }
  expect(await row(id)).toMatchObject({ state: 'open', version: 1 });
});

describe('to open', () => {
  test('makes an empty return for each unit and a document, and one event tells it', async () => {
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

  test('the same figure asked twice is asked once', async () => {
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
    expect(await refused(openCollection, { ...asked, ...wrong })).toBe(refusal);
  });

  test('of invented units alone it is marked, and so is its document', async () => {
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

describe('to edit', () => {
  const edit = (change: object, version = 1) =>
    give(editCollection, { ...terms, collectionId: id, version, unitCodes: [], ...change });

  test('changes title, times and review, renames the document, and one event tells what changed alone', async () => {
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

  test('what changes nothing is no event', async () => {
    const { seq } = await lastEvent();
    await edit({});
    expect((await lastEvent()).seq).toBe(seq);
    expect((await row(id))?.version).toBe(1);
  });

  test('a second look at the same version is refused, and of ten at once one alone changes it', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, at) => refusalOf(edit({ title: `第${at}稿月报` }))),
    );
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict collections.refused.collectionMoved')).toHaveLength(9);
  });

  test('asks further units, each once; never invented ones beside real ones', async () => {
    const one = await give(openCollection, { ...asked, unitCodes: ['JIA'] });
    await give(editCollection, { ...terms, collectionId: one, version: 1, unitCodes: ['JIA', 'YI'] });
    expect((await returns(one)).map(({ orgUnitCode, items }) => [orgUnitCode, items])).toEqual([
      ['JIA', 1],
      ['YI', 1],
    ]);
    expect((await lastEvent()).changes[0].after).toEqual({ addedUnits: ['YI'] });
    const mixed = { ...terms, collectionId: one, version: 2, unitCodes: ['BING'] };
    expect(await refused(editCollection, mixed)).toBe('invalid collections.refused.mixedUnits');
  });

  test('review and vintage stay once something was submitted; the rest may change', async () => {
    await submitted(id, 'JIA');
    const refusal = 'conflict collections.refused.reviewFixed';
    expect(await refusalOf(edit({ reviewChain: ['departmentReviewer'] }))).toBe(refusal);
    expect(await refusalOf(edit({ vintage: 'final' }))).toBe(refusal);
    expect(await refusalOf(edit({ dueOn: '2026-11-15' }))).toBeNull();
  });
});

describe('to close', () => {
  const close = (version = 1) => give(closeCollection, { collectionId: id, version, reason: '提前结束' });

  test('ends it once, with the reason, and one event tells it', async () => {
    await close();
    expect(await row(id)).toMatchObject({ state: 'closed', closedReason: '提前结束', version: 2 });
    expect(await lastEvent()).toMatchObject({
      command: 'collection.close',
      changes: [{ subject: `collection/${id}`, before: { state: 'open' }, after: { state: 'closed' } }],
    });
    expect(await refusalOf(close(2))).toBe('conflict collections.refused.collectionClosed');
  });

  test('refuses another version and a collection that is not there', async () => {
    expect(await refusalOf(close(7))).toBe('conflict collections.refused.collectionMoved');
    const nowhere = { collectionId: 'nowhere', version: 1, reason: '提前结束' };
    expect(await refused(closeCollection, nowhere)).toBe('notFound collections.refused.noCollection');
  });

  test('nobody is reminded or given more time afterwards, nor is it edited', async () => {
    await close();
    const refusal = 'conflict collections.refused.collectionClosed';
    expect(await refused(remindUnits, { collectionId: id, unitCodes: ['JIA'], message: '请报' })).toBe(refusal);
    const more = { collectionId: id, unitCode: 'JIA', untilOn: '2026-11-20', untilTime: '12:00', reason: '系统迁移' };
    expect(await refused(extendDeadline, more)).toBe(refusal);
    expect(await refused(editCollection, { ...terms, collectionId: id, version: 2, unitCodes: [] })).toBe(refusal);
  });
});

describe('to remind', () => {
  const remind = (unitCodes: string[]) => give(remindUnits, { collectionId: id, unitCodes, message: '请于今日报送' });

  test('reaches those who have sent nothing, a step and an entry for each; a foreign unit is none', async () => {
    await submitted(id, 'YI');
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

  test('refuses when nobody is behind', async () => {
    await submitted(id, 'JIA');
    const refusal = 'conflict collections.refused.nobodyBehind';
    expect(await refusalOf(remind(['JIA']))).toBe(refusal);
    expect(await refusalOf(remind([]))).toBe(refusal);
    expect(await refusalOf(remind(['NOBODY']))).toBe(refusal);
  });

  test('ten at once number their steps one after another', async () => {
    await Promise.all(Array.from({ length: 10 }, () => remind(['YI', 'JIA'])));
    expect((await returns(id)).map(({ reminders, steps }) => [reminders, steps])).toEqual([
      [10, 10],
      [10, 10],
    ]);
    expect(await stepsOf(id)).toHaveLength(20);
  });
});

describe('to give one unit more time', () => {
  const extend = (change: object = {}, at = now) =>
    give(
      extendDeadline,
      { collectionId: id, unitCode: 'JIA', untilOn: '2026-11-20', untilTime: '12:00', reason: '系统迁移', ...change },
      office,
      at,
    );

  test('sets its own deadline, and a step and an event say why', async () => {
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

  test('refuses a moment that is now, and a unit that has submitted', async () => {
    const late = new Date('2026-11-20T12:00:00+08:00');
    expect(await refusalOf(extend({}, late))).toBe('invalid collections.refused.untilPassed');
    await submitted(id, 'JIA');
    expect(await refusalOf(extend())).toBe('conflict collections.refused.alreadySubmitted');
  });
});
