import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { askExtension } from '@/lib/reporting/collections/exceptions/ask-extension';
import { extendDeadline } from '@/lib/reporting/collections/exceptions/extend-deadline';
import { ownExtension, pendingExtensions } from '@/lib/reporting/collections/exceptions/queries';
import { refuseExtension } from '@/lib/reporting/collections/exceptions/refuse-extension';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { collectionList } from '@/lib/reporting/collections/progress/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
beforeAll(() => fictionalIndicators(database));

const now = new Date('2026-11-05T09:00:00+08:00');
const office = person('assessmentOffice');
const reporter = person('reporter');
const terms = {
  title: '工业经济月报（演示）',
  opensOn: '2026-11-01',
  dueOn: '2026-11-10',
  dueTime: '17:30',
  graceDays: 3,
  reviewChain: ['unitReviewer'],
  vintage: 'preliminary',
  instructions: '',
};
let id = '';
beforeEach(async () => {
  const items = [{ indicatorCode: 'DEMO', periodCode: '2026-M10', isRequired: true }];
  const asked = { ...terms, periodCode: '2026-M10', peerGroupCode: '', unitCodes: ['JIA', 'YI'], items };
  id = await perform(openCollection, office, asked, { now, database });
});

const request = { untilOn: '2026-11-12', reason: '统计系统迁移，数据晚两天' };
const ask = (change: object = {}, who: Principal = reporter, at = now) =>
  perform(askExtension, who, { collectionId: id, unitCode: 'JIA', ...request, ...change }, { now: at, database });
const refuse = (change: object = {}, who: Principal = office) => {
  const input = { collectionId: id, unitCode: 'JIA', number: 1, reason: '全市同期汇总，不宜推迟', ...change };
  return perform(refuseExtension, who, input, { now, database });
};
const extend = (who: Principal = office) => {
  const input = { collectionId: id, unitCode: 'JIA', untilOn: '2026-11-11', untilTime: '12:00', reason: '同意一天' };
  return perform(extendDeadline, who, input, { now, database });
};
const steps = async () =>
  (await sql`select kind, reason from review_event where collection_id = ${id} order by step`).map(
    ({ kind, reason }) => `${kind} ${reason}`,
  );
const submitted = () =>
  sql`update submission set state = 'submitted', round = 1, first_submitted_at = ${now.toISOString()}
    where collection_id = ${id} and org_unit_code = 'JIA'`;
const waiting = async () =>
  (await collectionList(office, { q: '', page: 1 }, now)).collections.find((one) => one.id === id)?.requests;

describe('a request for more time', () => {
  test('changes no deadline; the office sees it, and the unit that it waits', async () => {
    expect(await ask()).toBe(1);
    expect(await pendingExtensions(office, id)).toMatchObject([
      { unit: { code: 'JIA' }, number: 1, wishedOn: '2026-11-12', reason: request.reason },
    ]);
    expect(await waiting()).toBe(1);
    const { last, mayAsk } = await ownExtension(reporter, id);
    expect({ state: last?.state, wishedOn: last?.wishedOn, mayAsk }).toEqual({
      state: 'pending',
      wishedOn: '2026-11-12',
      mayAsk: false,
    });
    expect(await ownExtension(person('reporter', { unitCode: 'YI' }), id)).toEqual({ last: null, mayAsk: true });
    const [row] =
      await sql`select extended_until from submission where collection_id = ${id} and org_unit_code = 'JIA'`;
    expect(row?.extended_until).toBeNull();
    expect(await steps()).toEqual([`extensionAsked 2026-11-12：${request.reason}`]);
    const [event] = await sql`select command, changes from audit_event order by seq desc limit 1`;
    expect(event?.command).toBe('submission.askExtension');
    expect(event?.changes).toContain('"wishedOn":"2026-11-12"');
  });

  test.each([
    ['of a day that has passed', { untilOn: '2026-11-04' }, 'invalid collections.refused.untilPassed'],
    ['of the day of the deadline', { untilOn: '2026-11-10' }, 'invalid collections.refused.untilBeforeDue'],
    ['without a reason', { reason: '' }, 'invalid input'],
    ['of no day', { untilOn: '下周' }, 'invalid input'],
    ['of another unit', { unitCode: 'YI' }, 'notFound noReturn'],
  ])('%s is refused', async (_what, change, refusal) => {
    expect(await refusalOf(ask(change))).toBe(refusal);
    expect(await pendingExtensions(office, id)).toEqual([]);
  });

  test('is refused while one is pending, once the unit has submitted, and of a closed collection', async () => {
    await ask();
    expect(await refusalOf(ask())).toBe('conflict alreadyAsked');
    await submitted();
    expect(await refusalOf(ask())).toBe('conflict collections.refused.alreadySubmitted');
    await sql`update collection set state = 'closed' where id = ${id}`;
    expect(await refusalOf(ask())).toBe('conflict collections.refused.collectionClosed');
  });

  test('may still be sent after the last day', async () => {
    const late = new Date('2026-11-20T09:00:00+08:00');
    expect(await ask({ untilOn: '2026-11-25' }, reporter, late)).toBe(1);
  });

  test('waits no longer once the unit has submitted', async () => {
    await ask();
    await submitted();
    expect(await pendingExtensions(office, id)).toEqual([]);
    expect(await waiting()).toBe(0);
    expect(await ownExtension(reporter, id)).toEqual({ last: null, mayAsk: false });
  });

  test('is seen by nobody who sees no collections', async () => {
    await ask();
    expect(await pendingExtensions(reporter, id)).toEqual([]);
  });
});

describe('the answer', () => {
  test('that extends closes the request, with the reason', async () => {
    await ask();
    await extend();
    expect(await pendingExtensions(office, id)).toEqual([]);
    expect((await ownExtension(reporter, id)).last).toMatchObject({ state: 'granted', decision: '同意一天' });
    const [event] = await sql`select changes from audit_event order by seq desc limit 1`;
    expect(event?.changes).toContain('"request":1');
    expect(await steps()).toEqual([
      `extensionAsked 2026-11-12：${request.reason}`,
      'extended 2026-11-11 12:00：同意一天',
    ]);
    expect(await refusalOf(refuse())).toBe('conflict reopeningDecided');
  });

  test('that refuses has a reason, which the unit reads, and it may ask again', async () => {
    await ask();
    expect(await refusalOf(refuse({ reason: '' }))).toBe('invalid input');
    await refuse();
    expect(await ownExtension(reporter, id)).toEqual({
      last: { wishedOn: '2026-11-12', reason: request.reason, state: 'refused', decision: '全市同期汇总，不宜推迟' },
      mayAsk: true,
    });
    expect((await steps()).at(-1)).toBe('extensionRefused 全市同期汇总，不宜推迟');
    expect(await refusalOf(refuse())).toBe('conflict reopeningDecided');
    expect(await ask()).toBe(2);
    expect(await refusalOf(refuse({ number: 1 }))).toBe('conflict reopeningDecided');
  });

  test('is not given by who asked, nor by another role', async () => {
    const moved = person('reporter', { userId: office.userId });
    await ask({}, moved);
    expect(await refusalOf(refuse())).toBe('forbidden ownRequest');
    expect(await refusalOf(extend())).toBe('forbidden ownRequest');
    for (const role of ['reporter', 'unitReviewer', 'departmentReviewer', 'leader'] as const) {
      expect(await refusalOf(refuse({}, person(role)))).toBe('forbidden command');
    }
    expect(await refusalOf(ask({ unitCode: 'YI' }, person('unitReviewer')))).toBe('forbidden command');
    expect(await pendingExtensions(office, id)).toHaveLength(1);
  });
});
