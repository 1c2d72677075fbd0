import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { trail } from '@/lib/access/audit/trail/queries';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { acceptAppeal } from '@/lib/assessment/appeals/accept-appeal';
import { askReview } from '@/lib/assessment/appeals/ask-review';
import { attachToAppeal } from '@/lib/assessment/appeals/attach-evidence';
import { closeAppeal } from '@/lib/assessment/appeals/close-appeal';
import { decideAppeal } from '@/lib/assessment/appeals/decide-appeal';
import { decideReview } from '@/lib/assessment/appeals/decide-review';
import { fileAppeal } from '@/lib/assessment/appeals/file-appeal';
import { appealFileOf, appealView } from '@/lib/assessment/appeals/page/queries';
import { appealsUntil } from '@/lib/assessment/appeals/queries';
import { rejectAppeal } from '@/lib/assessment/appeals/reject-appeal';
import { settleAppeal } from '@/lib/assessment/appeals/remedies/settle-appeal';
import { withdrawAppeal } from '@/lib/assessment/appeals/withdraw-appeal';
import { recordAdjustment } from '@/lib/assessment/ledger/record-adjustment';
import { announceRun } from '@/lib/assessment/publicity/announce-run';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { appealedRun, people, publishedAt } from '@/lib/testing/appealed-run';
import { atOnce } from '@/lib/testing/at-once';
import { inventedRun } from '@/lib/testing/invented-run';

checkSettings();
const { sql, database } = await testDatabase();
const { publisher, first, second, third, jia, jiaReviewer, yi, moved, leader, auditor } = people;
const on = (day: string, hour = 10) => new Date(`${day}T${`${hour}`.padStart(2, '0')}:00:00+08:00`);
const filing = on('2026-03-10');
let run = '';
const words = '依据新的材料核实';
const terms = { unit: 'U1', about: ['m1', ''], grounds: '产出按新口径少算了两家企业。', asks: '请重新核算。' };

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, who: Principal, input: object, now = filing) =>
  perform(command, who, input, { now, database });
const refused = (...given: Parameters<typeof give>) => refusalOf(give(...given));
const file = (more: object = {}, who: Principal = jia, now = filing): Promise<string> =>
  give(fileAppeal, who, { ...terms, run, ...more }, now);
const own = (id: string, version: number, more: object = {}) => ({ id, version, unit: 'U1', ...more });

/** An appeal that is decided, version 3. */
async function decided(outcome: string) {
  const id = await file();
  await give(acceptAppeal, first, { id, version: 1 });
  await give(decideAppeal, second, { id, version: 2, outcome, reason: words });
  return id;
}

beforeAll(async () => {
  run = await appealedRun(database);
});

beforeEach(async () => {
  for (const table of ['appeal_event', 'publicity']) await sql.unsafe(`alter table ${table} disable trigger user`);
  await sql`truncate appeal, appeal_event, appeal_file, publicity`;
  for (const table of ['appeal_event', 'publicity']) await sql.unsafe(`alter table ${table} enable trigger user`);
});

describe('an appeal', () => {
  test('goes from filing to its end by other people at each decision, with every step in its history and in the trail', async () => {
    const before = await sql`select * from run_score where run_id = ${run} order by position`;
    const id = await file();
    const content = new TextEncoder().encode('%PDF-1.7 1');
    await give(attachToAppeal, jiaReviewer, own(id, 1, { fileName: '名录.pdf', content }));
    expect(await refused(attachToAppeal, jia, own(id, 2, { fileName: '又一份.pdf', content }))).toBe(
      'conflict appeals.refused.sameFile',
    );
    await give(acceptAppeal, first, { id, version: 2 });
    expect(await refused(decideAppeal, first, { id, version: 3, outcome: 'dismissed', reason: words })).toBe(
      'forbidden appeals.refused.ownStep',
    );
    expect(await refused(decideAppeal, publisher, { id, version: 3, outcome: 'dismissed', reason: words })).toBe(
      'forbidden appeals.refused.ownPublication',
    );
    await give(decideAppeal, second, { id, version: 3, outcome: 'dismissed', reason: words });
    expect(await appealView(jia, id)).toMatchObject({ state: 'decided', reviewUntil: '2026-04-09' });
    await give(askReview, jia, own(id, 4, { reason: '材料没有看全。' }), on('2026-04-09', 23));
    const review = { id, version: 5, outcome: 'partly', reason: words };
    for (const who of [first, second]) expect(await refused(decideReview, who, review)).toMatch(/ownStep/);
    expect(await refused(decideReview, publisher, review)).toMatch(/ownPublication/);
    await give(decideReview, third, review);
    expect(await refused(closeAppeal, first, { id, version: 6, note: '' })).toBe('conflict appeals.refused.noRemedy');
    const entry = await bonus();
    await give(settleAppeal, first, { id, version: 6, remedy: { kind: 'adjustment', id: entry }, note: '' });
    await give(closeAppeal, first, { id, version: 7, note: '' });
    const view = await appealView(leader, id);
    expect(view).toMatchObject({ state: 'closed', outcome: 'partly', version: 8 });
    expect(view?.history.map(({ step, by }) => `${step.kind} ${by}`)).toEqual([
      ...['file jia', 'attach jia-2', 'accept o1', 'decide o2', 'askReview jia', 'decideReview o3', 'settle o1'],
      'close o1',
    ]);
    // The history names what was recorded, also to the unit.
    for (const who of [leader, jia])
      expect((await appealView(who, id))?.history[6]).toMatchObject({ settled: { entry: { reason: '申诉成立' } } });
    expect(await sql`select * from run_score where run_id = ${run} order by position`).toEqual(before);
    const anything = { from: undefined, until: undefined, who: '', command: '' };
    const { events, names } = await trail(auditor, { ...anything, subject: '演示1区' });
    expect(events.filter(({ command }) => command.startsWith('appeal.')).length).toBeGreaterThanOrEqual(8);
    expect(names.get(`appeal ${id}`)).toMatchObject({ nameZh: '演示1区 · 演示考核方案' });
    await expect(sql`update appeal_event set words = ''`).rejects.toMatchObject({ code: '23001' });
  });

  test('is filed by the own unit, about items that there are, until the last day, which is named', async () => {
    expect(await refused(fileAppeal, yi, { ...terms, run })).toBe('forbidden appeals.refused.otherUnit');
    expect(await refused(fileAppeal, jia, { ...terms, run: 'none' })).toBe('notFound appeals.refused.noRun');
    expect(await refused(fileAppeal, jia, { ...terms, run, about: [] })).toBe('invalid appeals.refused.nothingChosen');
    expect(await refused(fileAppeal, jia, { ...terms, run, about: ['m9'] })).toBe('invalid appeals.refused.noItem');
    const short = await file({ grounds: '少', asks: '改' }).catch(({ faults }) =>
      faults.map((one: { field: string }) => one.field),
    );
    expect(short).toEqual(['grounds', 'asks']);
    const late = await file({}, jia, on('2026-03-18', 0)).catch((error) => error);
    expect(late).toMatchObject({ key: 'appeals.refused.tooLate', details: { day: '2026-03-17' } });
    await file({}, jiaReviewer, on('2026-03-17', 23));
  });

  test('is filed once about an item, until it is withdrawn or rejected', async () => {
    const id = await file();
    const again = { ...terms, run };
    expect(await refused(fileAppeal, jiaReviewer, again)).toBe('conflict appeals.refused.appealedAlready');
    await file({ about: ['m2'] });
    await file({ unit: 'U2' }, yi);
    await give(withdrawAppeal, jia, own(id, 1, { note: '' }));
    const next = await file();
    await give(rejectAppeal, first, { id: next, version: 1, reason: '没有写明事实。' });
    expect(await refused(acceptAppeal, second, { id: next, version: 2 })).toBe('conflict appeals.refused.wrongState');
    const answers = await atOnce(
      sql,
      Array.from({ length: 6 }, () => () => refusalOf(file())),
    );
    expect(answers.filter((one) => one === null)).toHaveLength(1);
  });

  test('is neither accepted nor decided by who filed it and moved to the office since', async () => {
    const id = await file();
    expect(await refused(acceptAppeal, moved, { id, version: 1 })).toBe('forbidden appeals.refused.ownStep');
    await give(acceptAppeal, first, { id, version: 1 });
    expect(await refused(decideAppeal, moved, { id, version: 2, outcome: 'upheld', reason: words })).toMatch(/ownStep/);
  });

  test('that moved meanwhile is left alone', async () => {
    const id = await file();
    await give(acceptAppeal, first, { id, version: 1 });
    expect(await refused(withdrawAppeal, jia, own(id, 1, { note: '' }))).toMatch(/^conflict/);
    const sent = [first, second, third].map((who) =>
      refused(decideAppeal, who, { id, version: 2, outcome: 'upheld', reason: words }),
    );
    expect((await Promise.all(sent)).filter((one) => one === null)).toHaveLength(1);
  });

  test('is closed after the days to ask for a review, or after the review, which is asked for once and in time', async () => {
    const id = await decided('dismissed');
    const close = (now: Date) => refused(closeAppeal, first, { id, version: 3, note: '' }, now);
    expect(await close(on('2026-04-09', 23))).toBe('conflict appeals.refused.reviewOpen');
    expect(await refused(askReview, jia, own(id, 3, { reason: words }), on('2026-04-10', 0))).toBe(
      'conflict appeals.refused.reviewOver',
    );
    expect(await close(on('2026-04-10', 0))).toBeNull();
  });
});

/** An entry of the ledger about a unit. Returns its id. */
function bonus(unitCode = 'U1', now = filing): Promise<string> {
  const entry = {
    kind: 'bonus',
    node: '',
    rule: '',
    points: '1',
    article: '',
    reason: '申诉成立',
    evidence: '申诉决定',
  };
  const where = { schemeCode: 'S', periodCode: '2025', unitCode, incident: '', happenedOn: '', state: 'proposed' };
  return give(recordAdjustment, first, { ...entry, ...where }, now);
}

test('what an upheld appeal led to concerns its unit and scheme, and came after it', async () => {
  const early = await bonus('U1', publishedAt);
  const id = await decided('upheld');
  const settle = (remedy: object) => refused(settleAppeal, first, { id, version: 3, remedy, note: '' });
  const other = await bonus('U2');
  for (const remedy of [
    { kind: 'adjustment', id: early },
    { kind: 'adjustment', id: other },
    { kind: 'adjustment', id: 'none' },
    { kind: 'run', id: run },
    { kind: 'figure', indicator: 'M1', period: '1999' },
  ])
    expect(await settle(remedy), JSON.stringify(remedy)).toBe('invalid appeals.refused.noSuchRemedy');
  expect(await settle({ kind: 'adjustment', id: await bonus() })).toBeNull();
});

test('a newer published run and a revised figure are what an appeal led to; the run replaces, and takes appeals in its turn', async () => {
  const id = await decided('upheld');
  const newer = await inventedRun(database, { now: on('2026-03-12') });
  expect(await appealsUntil(jia, run)).toBeNull();
  expect(await refused(fileAppeal, jia, { ...terms, run, about: ['m2'] }, on('2026-03-12'))).toBe(
    'notFound appeals.refused.noRun',
  );
  expect(await appealsUntil(jia, newer)).toBe('2026-03-27');
  const settle = (version: number, remedy: object) =>
    refused(settleAppeal, first, { id, version, remedy, note: '' }, on('2026-03-13'));
  expect(await settle(3, { kind: 'run', id: newer })).toBeNull();
  await sql`insert into observation_revision (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, revision, reason, recorded_by, recorded_at)
    values ('M1', 'U1', '2025', 91, 1, 'exact', '', 'approved', '', 'INV', '', '', '', 2, '申诉成立', 'check',
      ${on('2026-03-12').toISOString()})`;
  expect(await settle(4, { kind: 'figure', indicator: 'M1', period: '2025' })).toBeNull();
  expect(await appealView(first, id)).toMatchObject({ remedy: { kind: 'figure', indicator: 'M1' }, version: 5 });
  run = newer;
});

describe('of another unit', () => {
  test('nothing is seen, done or downloaded', async () => {
    const id = await file({}, jia, on('2026-03-14'));
    const content = new TextEncoder().encode('%PDF-1.7 2');
    await give(attachToAppeal, jia, own(id, 1, { fileName: '名录.pdf', content }));
    const sha256 = (await appealView(jia, id))?.files[0]?.sha256 ?? '';
    expect(await appealFileOf(jia, id, sha256)).toMatchObject({ fileName: '名录.pdf' });
    for (const who of [
      yi,
      ...(['departmentReviewer', 'administrator'] as const).map((role) => ({ ...yi, role, unitCode: null })),
    ]) {
      expect(await appealView(who, id)).toBeNull();
      expect(await appealFileOf(who, id, sha256)).toBeNull();
    }
    for (const unit of ['U1', 'U2'])
      expect(await refused(withdrawAppeal, yi, { id, version: 2, unit, note: '' }), unit).toBe(
        'notFound appeals.refused.none',
      );
    for (const who of [leader, auditor]) expect(await appealView(who, id)).not.toBeNull();
  });
});

test('an appeal takes as many files of evidence as there may be, and then refuses', async () => {
  const id = await file();
  const attach = (nth: number) => {
    const content = new TextEncoder().encode(`%PDF-1.7 ${nth}`);
    return refused(attachToAppeal, jia, own(id, nth, { fileName: `${nth}.pdf`, content }));
  };
  for (let nth = 1; nth <= 20; nth += 1) expect(await attach(nth)).toBeNull();
  expect(await attach(21)).toBe('limit evidenceFull');
});

describe('publicity', () => {
  const said = { body: '市考核办', contact: '王敏', telephone: '0512-66600000', words: '' };
  const announce = (version: number, more: object = {}, now = on('2026-03-14')) =>
    give(
      announceRun,
      first,
      {
        ...{ run, version, firstDay: '2026-03-16', lastDay: '2026-03-20', reason: '', ...said, ...more },
      },
      now,
    );

  test('is announced by the office, mended with a reason, and every announcement stays', async () => {
    await announce(0);
    expect(await appealsUntil(jia, run)).toBe('2026-03-31');
    expect(await refusalOf(announce(0))).toMatch(/^conflict/);
    expect(await refusalOf(announce(1))).toBe('invalid appeals.refused.noReason');
    await announce(1, { lastDay: '2026-04-10', reason: '延长公示期。' }, on('2026-03-18'));
    expect(await appealsUntil(jia, run)).toBe('2026-04-10');
    // What units were told is never cut short.
    await announce(2, { reason: '截止日期写错。' }, on('2026-03-18'));
    expect(await appealsUntil(jia, run)).toBe('2026-04-10');
    const kept = await sql`select number, last_day::text as last, reason from publicity order by number`;
    expect([...kept]).toEqual([
      { number: 1, last: '2026-03-20', reason: '' },
      { number: 2, last: '2026-04-10', reason: '延长公示期。' },
      { number: 3, last: '2026-03-20', reason: '截止日期写错。' },
    ]);
    await expect(sql`delete from publicity`).rejects.toMatchObject({ code: '23001' });
  });

  test('has days in order, none of them past, and as many working days as the settings ask; all faults at once', async () => {
    const faults = (more: object) =>
      announce(0, more).then(
        () => [],
        (error) =>
          error.faults.map((one: { field: string; key: string }) => `${one.field} ${one.key.split('.').at(-1)}`),
      );
    expect(await faults({ firstDay: '2026-03-13', lastDay: '2026-03-13' })).toEqual([
      'firstDay pastDay',
      'lastDay tooShort',
    ]);
    expect(await faults({ lastDay: '2026-03-19' })).toEqual(['lastDay tooShort']);
    expect(await faults({ lastDay: '2027-12-31' })).toEqual(['lastDay tooLong']);
    expect((await faults({ telephone: '', contact: '' })).map((one: string) => one.split(' ')[0])).toEqual([
      'contact',
      'telephone',
    ]);
  });

  test('is of a run in force alone, and announced by the office alone', async () => {
    const trial = await inventedRun(database, { state: 'trial' });
    expect(await refusalOf(announce(0, { run: trial }))).toBe('conflict appeals.refused.notPublished');
    expect(await refusalOf(announce(0, { run: 'none' }))).toBe('notFound runs.refused.noRun');
    for (const who of [jia, jiaReviewer, leader, auditor])
      expect(await refused(announceRun, who, {})).toBe('forbidden command');
  });
});
