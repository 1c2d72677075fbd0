import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { addAttachment } from '@/lib/reporting/attachments/add-attachment';
import { attachmentFile, instructionFiles } from '@/lib/reporting/attachments/queries';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { entryForm, ownReturns } from '@/lib/reporting/entry/form/queries';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { submitReturn } from '@/lib/reporting/entry/submit-return';
import { withdrawReturn } from '@/lib/reporting/entry/withdraw-return';
import { emptyEntry } from '@/lib/reporting/entry/words';
import type { FigureEntry } from '@/lib/reporting/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalIndicators(database);
const reporter = person('reporter');
const period = '2026-M10';
const now = new Date('2026-11-10T10:00:00+08:00');
const at = { now, database };

async function collectionOf(more: Record<string, unknown> = {}): Promise<string> {
  const terms = { title: '演示任务', opensOn: '2026-11-01', dueOn: '2026-11-18', dueTime: '17:30', graceDays: 3 };
  const items = ['DEMO', 'DEMO2'].map((indicatorCode) => ({ indicatorCode, periodCode: period, isRequired: true }));
  const asked = { ...terms, reviewChain: ['unitReviewer'], vintage: 'approved', instructions: '', periodCode: period };
  const input = { ...asked, peerGroupCode: '', unitCodes: ['JIA'], items, ...more };
  return perform(openCollection, person('assessmentOffice'), input, at);
}

const cell = (indicatorCode: string, version: number, entry: Partial<FigureEntry>) => ({
  indicatorCode,
  periodCode: period,
  version,
  entry: { ...emptyEntry, ...entry },
});
const save = (collectionId: string, ...cells: ReturnType<typeof cell>[]) =>
  perform(saveFigures, reporter, { collectionId, unitCode: 'JIA', cells }, at);
const versionOf = async (id: string) =>
  (await sql`select version from submission where collection_id = ${id}`)[0]?.version;
const rows = (id: string) => sql`select * from submission_value where collection_id = ${id} order by indicator_code`;
const events = async (command: string) => (await sql`select 1 from audit_event where command = ${command}`).length;

describe('a typed figure', () => {
  test('is stored as typed and as parsed, valid or not', async () => {
    const id = await collectionOf();
    const before = await events('submission.save');
    const saved = await save(id, cell('DEMO', 0, { typed: '１．２万' }), cell('DEMO2', 0, { typed: '12..3' }));
    expect(saved.saved.map(({ version }) => version)).toEqual([1, 1]);
    expect(await rows(id)).toMatchObject([
      { typed: '１．２万', value: '12000', absence: 'none', state: 'draft' },
      { typed: '12..3', value: null, absence: 'none', state: 'draft' },
    ]);
    expect(await events('submission.save')).toBe(before + 1);
    const [head] = await sql`select state, filled from submission where collection_id = ${id}`;
    expect(head).toEqual({ state: 'draft', filled: 2 });
  });

  test('that is empty, 未报, 不适用 or 0 is four different things', async () => {
    const id = await collectionOf();
    const saveAndRead = async (typed: string, version: number) => {
      await save(id, cell('DEMO', version, { typed, note: '原因' }));
      return (await sql`select value, absence from submission_value where collection_id = ${id}`)[0];
    };
    expect(await saveAndRead('—', 0)).toEqual({ value: null, absence: 'blank' });
    expect(await saveAndRead('未报', 1)).toEqual({ value: null, absence: 'notReported' });
    expect(await saveAndRead('不适用', 2)).toEqual({ value: null, absence: 'notApplicable' });
    expect(await saveAndRead('0', 3)).toEqual({ value: '0', absence: 'none' });
  });

  test('saved twice leaves no second event', async () => {
    const id = await collectionOf();
    await save(id, cell('DEMO', 0, { typed: '5' }));
    const before = await events('submission.save');
    await save(id, cell('DEMO', 1, { typed: '5' }));
    expect(await events('submission.save')).toBe(before);
  });

  test('that another person changed meanwhile is reported with their text, and the rest is saved', async () => {
    const id = await collectionOf();
    await save(id, cell('DEMO', 0, { typed: '5' }));
    const second = await save(id, cell('DEMO', 0, { typed: '6' }), cell('DEMO2', 0, { typed: '7' }));
    expect(second.conflicts).toMatchObject([{ indicatorCode: 'DEMO', version: 1, entry: { typed: '5' } }]);
    expect(second.saved).toMatchObject([{ indicatorCode: 'DEMO2', version: 1 }]);
    expect((await rows(id)).map(({ typed }) => typed)).toEqual(['5', '7']);
  });

  test('that was changed in another window of one’s own is not said to be another person’s', async () => {
    const id = await collectionOf();
    await save(id, cell('DEMO', 0, { typed: '5' }));
    const own = await save(id, cell('DEMO', 0, { typed: '6' }));
    expect(own.conflicts).toMatchObject([{ isOwn: true }]);
    const colleague = person('reporter', { userId: 'check-colleague' });
    const input = { collectionId: id, unitCode: 'JIA', cells: [cell('DEMO', 0, { typed: '7' })] };
    const theirs = await perform(saveFigures, colleague, input, at);
    expect(theirs.conflicts).toMatchObject([{ isOwn: false }]);
    const stale = { collectionId: id, unitCode: 'JIA', version: 1 };
    expect(await refusalOf(perform(submitReturn, colleague, stale, at))).toBe('conflict returnMoved');
    expect(await refusalOf(perform(submitReturn, reporter, stale, at))).toBe('conflict movedByYou');
  });

  test('written by twenty at once is never lost silently', async () => {
    const id = await collectionOf();
    const writes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save(id, cell('DEMO', 0, { typed: `${n + 1}` }))),
    );
    expect(writes.filter(({ saved }) => saved.length === 1)).toHaveLength(1);
    expect(writes.filter(({ conflicts }) => conflicts.length === 1)).toHaveLength(19);
    expect((await rows(id))[0]).toMatchObject({ version: 1 });
  });

  test.each([
    ['by a reviewer', person('unitReviewer'), 'forbidden command'],
    ['by the office', person('assessmentOffice'), 'forbidden command'],
    ['into the return of another unit', person('reporter', { unitCode: 'YI' }), 'notFound noReturn'],
  ])('%s is refused', async (_who, principal, refusal) => {
    const id = await collectionOf();
    const cells = [cell('DEMO', 0, { typed: '5' })];
    expect(await refusalOf(perform(saveFigures, principal, { collectionId: id, unitCode: 'JIA', cells }, at))).toBe(
      refusal,
    );
  });

  test('is refused when not asked for, before the opening, after the last day and once it is closed', async () => {
    const id = await collectionOf();
    expect(await refusalOf(save(id, cell('DEMO3', 0, { typed: '5' })))).toBe('invalid notAskedFor');
    const at = async (moment: string) =>
      refusalOf(
        perform(
          saveFigures,
          reporter,
          { collectionId: id, unitCode: 'JIA', cells: [cell('DEMO', 0, { typed: '5' })] },
          { now: new Date(moment), database },
        ),
      );
    expect(await at('2026-10-31T23:59:59+08:00')).toBe('conflict windowShut');
    expect(await at('2026-11-21T17:30:01+08:00')).toBe('conflict windowShut');
    await sql`update submission set extended_until = '2026-11-30T00:00:00+08:00' where collection_id = ${id}`;
    expect(await at('2026-11-21T17:30:01+08:00')).toBeNull();
    await sql`update collection set state = 'closed' where id = ${id}`;
    expect(await refusalOf(save(id, cell('DEMO2', 0, { typed: '5' })))).toBe('conflict windowShut');
  });
});

describe('a return', () => {
  const fillReturn = async () => {
    const id = await collectionOf();
    await save(id, cell('DEMO', 0, { typed: '5' }), cell('DEMO2', 0, { typed: '6' }));
    return id;
  };
  const submit = async (id: string, version?: number) =>
    perform(
      submitReturn,
      reporter,
      { collectionId: id, unitCode: 'JIA', version: version ?? (await versionOf(id)) },
      at,
    );

  test('is submitted with a step for each figure and one event, and cannot be written then', async () => {
    const id = await fillReturn();
    const before = await events('submission.submit');
    await submit(id);
    expect(await rows(id)).toMatchObject([
      { state: 'submitted', awaits: 'unitReviewer', submitted_by: 'check-reporter', round: 1 },
      { state: 'submitted', awaits: 'unitReviewer' },
    ]);
    expect(await sql`select kind, value::text from review_event where collection_id = ${id} order by step`).toEqual([
      { kind: 'submitted', value: '5' },
      { kind: 'submitted', value: '6' },
    ]);
    expect(await events('submission.submit')).toBe(before + 1);
    expect(await refusalOf(save(id, cell('DEMO', 2, { typed: '9' })))).toBe('conflict figureLocked');
    expect(await refusalOf(submit(id))).toBe('conflict nothingToSubmit');
  });

  test('sends no explanation that outlived its finding, and every note', async () => {
    const id = await collectionOf();
    const said = { explanation: '并入了一家企业', note: '含新区' };
    await save(id, cell('DEMO', 0, { typed: '5', ...said }), cell('DEMO2', 0, { typed: '6' }));
    await submit(id);
    expect((await rows(id))[0]).toMatchObject({ explanation: '', note: '含新区' });
  });

  test('is not submitted with a required figure missing, with an invalid figure, or at another version', async () => {
    const id = await collectionOf();
    await save(id, cell('DEMO', 0, { typed: '12..3' }));
    expect(await refusalOf(submit(id))).toBe('invalid checksBlock');
    await save(id, cell('DEMO', 1, { typed: '12' }), cell('DEMO2', 0, { typed: '3' }));
    expect(await refusalOf(submit(id, 1))).toBe('conflict movedByYou');
    expect(await refusalOf(submit(id))).toBeNull();
  });

  test('needs an explanation where a rule demands one, and keeps the findings for the reviewer', async () => {
    await sql`insert into check_rule (code, valid_from, kind, severity, indicator_codes, parameters, message_zh, message_en,
      is_active, created_by, created_at) values ('most', '2020-01-01', 'range', 'query', '["DEMO"]', '{"max":"100"}', '', '',
      true, 'check', now())`;
    const id = await collectionOf();
    await save(id, cell('DEMO', 0, { typed: '500' }), cell('DEMO2', 0, { typed: '6' }));
    expect(await refusalOf(submit(id))).toBe('invalid explanationsMissing');
    await save(id, cell('DEMO', 1, { typed: '500', explanation: '很大很大的' }));
    expect(await refusalOf(submit(id))).toBe('invalid explanationsMissing');
    await save(id, cell('DEMO', 2, { typed: '500', explanation: '并入了一家企业' }));
    expect(await refusalOf(submit(id))).toBeNull();
    const [found] = await rows(id);
    expect(found).toMatchObject({ worst: 2, findings: [{ rule: 'most', severity: 'query' }] });
    expect(found).toMatchObject({ explanation: '并入了一家企业' });
    await sql`delete from check_rule`;
  });

  test('can be withdrawn until a reviewer has decided anything', async () => {
    const id = await fillReturn();
    await submit(id);
    const withdraw = async (version?: number) =>
      perform(
        withdrawReturn,
        reporter,
        { collectionId: id, unitCode: 'JIA', version: version ?? (await versionOf(id)) },
        at,
      );
    expect(await refusalOf(withdraw(1))).toBe('conflict movedByYou');
    await withdraw();
    expect(await refusalOf(withdraw())).toBe('conflict nothingToWithdraw');
    expect((await rows(id)).map(({ state }) => state)).toEqual(['draft', 'draft']);
    const [head] = await sql`select state, first_submitted_at from submission where collection_id = ${id}`;
    expect(head).toEqual({ state: 'draft', first_submitted_at: null });
    await submit(id);
    await sql`update submission set review_began = true where collection_id = ${id}`;
    expect(await refusalOf(withdraw())).toBe('conflict reviewBegan');
  });

  test('shows its reporter what is due, and others nothing', async () => {
    const id = await fillReturn();
    const form = await entryForm(reporter, id, now);
    expect(form?.figures.map(({ entry }) => entry.typed)).toEqual(['5', '6']);
    expect((await ownReturns(reporter, now)).some(({ collectionId }) => collectionId === id)).toBe(true);
    expect(await entryForm(person('reporter', { unitCode: 'YI' }), id, now)).toBeNull();
    expect(await ownReturns(person('leader'), now)).toEqual([]);
  });
});

describe('an attachment', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 演示');
  const attach = (collectionId: string, more: Record<string, unknown> = {}, who = reporter) => {
    const figure = { indicatorCode: 'DEMO', periodCode: period, version: 0 };
    return perform(
      addAttachment,
      who,
      { collectionId, unitCode: 'JIA', figure, fileName: '证明.pdf', content: pdf, ...more },
      at,
    );
  };

  test('proves a figure, and is opened by the unit, its reviewer and the department, not by others', async () => {
    const id = await collectionOf();
    const { id: file, version } = await attach(id);
    expect(version).toBe(1);
    const readers = [reporter, person('unitReviewer'), person('departmentReviewer'), person('assessmentOffice')];
    for (const reader of readers)
      expect(await attachmentFile(reader, file), reader.role).toMatchObject({ size: pdf.length });
    const others = [
      person('reporter', { unitCode: 'YI' }),
      person('departmentReviewer', { department: '演示二部' }),
      person('leader'),
      person('administrator'),
      person('auditor'),
    ];
    for (const other of others) expect(await attachmentFile(other, file), other.role).toBeNull();
  });

  test.each([
    ['a page of a browser', { fileName: 'a.html' }, 'invalid attachmentKind'],
    ['a file that is no picture', { fileName: 'a.png' }, 'invalid attachmentKind'],
    ['more than 5 MB', { content: new Uint8Array(5 * 1024 * 1024 + 1) }, 'limit attachmentTooLarge'],
    [
      'of a figure that has changed',
      { figure: { indicatorCode: 'DEMO', periodCode: period, version: 7 } },
      'conflict returnMoved',
    ],
    ['of no figure, by a reporter', { figure: null }, 'notFound noReturn'],
  ])('%s is refused', async (_what, more, refusal) => {
    const id = await collectionOf();
    expect(await refusalOf(attach(id, more))).toBe(refusal);
  });

  test('cannot be replaced once its figure was approved', async () => {
    const id = await collectionOf();
    await attach(id);
    await sql`update submission_value set state = 'approved' where collection_id = ${id}`;
    const figure = { indicatorCode: 'DEMO', periodCode: period, version: 1 };
    expect(await refusalOf(attach(id, { figure }))).toBe('conflict windowShut');
  });

  test('of a collection is added by the office and opened by its units', async () => {
    const id = await collectionOf();
    const { id: file } = await attach(id, { figure: null }, person('assessmentOffice'));
    expect(await attachmentFile(reporter, file)).not.toBeNull();
    const another = person('reporter', { unitCode: 'YI' });
    expect(await attachmentFile(another, file)).toBeNull();
    for (const reader of [reporter, person('unitReviewer'), person('departmentReviewer'), person('auditor')])
      expect(await instructionFiles(reader, id), reader.role).toMatchObject([{ id: file, size: pdf.length }]);
    for (const other of [another, anonymousPrincipal(), person('administrator')])
      expect(await instructionFiles(other, id), other.role).toEqual([]);
  });
});
