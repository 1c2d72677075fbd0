import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { type Principal, systemPrincipal } from '@/lib/access/principal';
import { listText } from '@/lib/publishing/csv/csv-text';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { addAttachment } from '@/lib/reporting/attachments/add-attachment';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { submitReturn } from '@/lib/reporting/entry/submit-return';
import { commitUpload } from '@/lib/reporting/import/staging/commit-upload';
import { forgetUploads } from '@/lib/reporting/import/staging/forget-uploads';
import { stageUpload } from '@/lib/reporting/import/staging/stage-upload';
import { undoUpload } from '@/lib/reporting/import/staging/undo-upload';
import { templateReturn } from '@/lib/reporting/import/template/queries';
import { templateList, templateSheet } from '@/lib/reporting/import/template/template-sheet';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { account, Browser, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';
import { inFloors } from '@/lib/testing/floor';
import { inventedCollection } from '@/lib/testing/invented-collection';
import { many } from '@/lib/testing/many';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

let reporter: Principal;
let neighbour: Principal;
let leader: Principal;

beforeAll(async () => {
  const signedIn = async (role: 'reporter' | 'leader', unitCode: string) => {
    const browser = new Browser();
    const user = await account(database, { username: freshName(), role, unitCode });
    await browser.signIn(user.username, user.password);
    return browser.principal();
  };
  reporter = await signedIn('reporter', 'JIA');
  neighbour = await signedIn('reporter', 'YI');
  leader = await signedIn('leader', '');
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const now = () => new Date();

async function stage(
  content: Uint8Array,
  { name = '表.csv', principal = reporter, collectionId = null as string | null } = {},
) {
  const sheet = await readFigureSheet(content, name);
  return perform(stageUpload, principal, { collectionId, file: { name, content, sheet } }, { now: now() });
}

const list = (rows: string, unique = freshName()) =>
  bytesOf(`指标代码,报告期代码,本期数,限定,同比,备注,情况说明\r\n${rows}\r\n${unique.replace('.', '')},,,,,,\r\n`);
const commit = (id: string, principal = reporter) => perform(commitUpload, principal, { id }, { now: now() });
const undo = (id: string, principal = reporter) => perform(undoUpload, principal, { id }, { now: now() });
const values = (collectionId: string, unit = 'JIA') =>
  sql`select indicator_code, typed, value::text, decimals, qualifier, note, state, version, upload_id from submission_value
      where collection_id = ${collectionId} and org_unit_code = ${unit} order by indicator_code`;
const events = async () => (await sql`select count(*)::int as n from audit_event`)[0]?.n;
const rowsOf = (id: string) =>
  sql`select row_number, address, kind, typed, value::text, findings from upload_row where upload_id = ${id} order by row_number`;

async function save(collectionId: string, cells: [code: string, typed: string, note?: string][], version = 0) {
  const entry = { typedYoy: '', sourceText: '', explanation: '' };
  return perform(
    saveFigures,
    reporter,
    {
      collectionId,
      unitCode: 'JIA',
      cells: cells.map(([indicatorCode, typed, note = '']) => ({
        indicatorCode,
        periodCode: '2026-M10',
        version,
        entry: { ...entry, typed, note },
      })),
    },
    { now: now() },
  );
}

describe('a list', () => {
  test('is staged without being written, and committed as a whole', async () => {
    const collectionId = await inventedCollection(database);
    await save(collectionId, [
      ['D1', '12.50'],
      ['D2', '7'],
    ]);
    const before = await events();
    const staged = await stage(list('D1,2026-M10,12.5,,,,\r\nD2,2026-M10,8,约,,,\r\nD3,2026年10月,"1,234.5",,,甲,'));
    expect(staged.counts).toEqual({ added: 1, changed: 1, unchanged: 1, faulty: 0 });
    expect(await values(collectionId)).toMatchObject([{ typed: '12.50' }, { typed: '7' }]);
    const done = await commit(staged.id);
    expect(done).toMatchObject({ added: 1, changed: 1 });
    expect(await values(collectionId)).toMatchObject([
      { typed: '12.50', version: 1, upload_id: null },
      { typed: '约8', value: '8', qualifier: 'about', version: 2, upload_id: staged.id },
      { typed: '1,234.5', value: '1234.5', note: '甲', state: 'draft', version: 1, upload_id: staged.id },
    ]);
    expect(
      await sql`select filled, state from submission where collection_id = ${collectionId} and org_unit_code = 'JIA'`,
    ).toEqual([{ filled: 3, state: 'draft' }]);
    expect(await events()).toBe(before + 2);
    const [last] = await sql`select changes from audit_event order by seq desc limit 1`;
    expect(last?.changes).toContain(`submission/${collectionId}/JIA`);
  });

  test('with one faulty row writes nothing', async () => {
    const collectionId = await inventedCollection(database);
    const staged = await stage(list('D1,2026-M10,1,,,,\r\nD2,2026-M10,12家,,,,'), { collectionId });
    expect(staged.counts).toEqual({ added: 1, changed: 0, unchanged: 0, faulty: 1 });
    expect(await refusalOf(commit(staged.id))).toBe('conflict imports.refused.faulty');
    expect(await values(collectionId)).toEqual([]);
  });

  test('sent again is the same upload, before its commit and after', async () => {
    const collectionId = await inventedCollection(database);
    const content = list('D1,2026-M10,1,,,,');
    const first = await stage(content, { collectionId });
    const before = await events();
    expect(await stage(content, { collectionId })).toEqual(first);
    expect(await events()).toBe(before);
    await commit(first.id);
    expect((await stage(content, { collectionId })).id).toBe(first.id);
    expect(await sql`select count(*)::int as n from upload where id = ${first.id}`).toEqual([{ n: 1 }]);
  });

  test('committed twenty times at once is one batch with twenty equal answers', async () => {
    const collectionId = await inventedCollection(database);
    const { id } = await stage(list('D1,2026-M10,1,,,,\r\nD2,2026-M10,2,,,,'), { collectionId });
    const before = await events();
    const answers = await Promise.all(Array.from({ length: 20 }, () => commit(id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await values(collectionId)).toMatchObject([{ version: 1 }, { version: 1 }]);
    expect(await events()).toBe(before + 1);
  });

  test('is not committed over another person’s changes until it is compared anew', async () => {
    const collectionId = await inventedCollection(database);
    const content = list('D1,2026-M10,1,,,,');
    const { id } = await stage(content, { collectionId });
    await save(collectionId, [['D1', '5']]);
    expect(await refusalOf(commit(id))).toBe('conflict imports.refused.moved');
    expect(await stage(content, { collectionId })).toMatchObject({ id, counts: { changed: 1 } });
    await commit(id);
    expect(await values(collectionId)).toMatchObject([{ typed: '1', version: 2 }]);
  });

  test('may serve two collections, and reports a figure that none asks for', async () => {
    const [october, november] = [
      await inventedCollection(database, { figures: 3 }),
      await inventedCollection(database, { figures: 3, period: '2026-M11' }),
    ];
    await sql`update collection set state = 'closed' where id not in (${october}, ${november})`;
    const staged = await stage(list('D1,2026-M10,1,,,,\r\nD1,2026-M11,2,,,,\r\nD1,2026-M12,3,,,,'));
    expect(staged.counts).toMatchObject({ added: 2, faulty: 1 });
    const [, , last] = await rowsOf(staged.id);
    expect(last).toMatchObject({ address: 'C4', kind: 'faulty', findings: [{ key: 'unknownPeriod', address: 'B4' }] });
  });

  test('with an empty cell keeps the entry, with a dash deletes it', async () => {
    const collectionId = await inventedCollection(database);
    await sql`update collection_item set is_required = false where collection_id = ${collectionId}`;
    await save(collectionId, [
      ['D1', '5', '甲'],
      ['D2', '6', '乙'],
    ]);
    const staged = await stage(list('D1,2026-M10,,,,,\r\nD2,2026-M10,—,,,—,'), { collectionId });
    expect(staged.counts).toEqual({ added: 0, changed: 1, unchanged: 1, faulty: 0 });
    await commit(staged.id);
    expect(await values(collectionId)).toMatchObject([
      { typed: '5', note: '甲', version: 1 },
      { typed: '—', value: null, note: '', version: 2 },
    ]);
  });
});

describe('an upload is undone', () => {
  test('back to the earlier values, and figures changed since are kept and named', async () => {
    const collectionId = await inventedCollection(database);
    await save(collectionId, [['D1', '5.0', '原注']]);
    const { id } = await stage(list('D1,2026-M10,6,,,新注,\r\nD2,2026-M10,7,,,,\r\nD3,2026-M10,8,,,,'), {
      collectionId,
    });
    await commit(id);
    await save(collectionId, [['D3', '9']], 1);
    expect(await undo(id)).toEqual({ id, undone: 2, kept: ['演示指标3'] });
    expect(await sql`select findings from upload where id = ${id}`).toMatchObject([
      { findings: [{ key: 'usedList' }, { key: 'kept', details: { count: '1', names: '演示指标3' } }] },
    ]);
    expect(await values(collectionId)).toMatchObject([
      { indicator_code: 'D1', typed: '5.0', value: '5.0', decimals: 1, note: '原注', version: 3, upload_id: null },
      { indicator_code: 'D3', typed: '9' },
    ]);
    expect(
      await sql`select filled from submission where collection_id = ${collectionId} and org_unit_code = 'JIA'`,
    ).toEqual([{ filled: 2 }]);
    expect(await refusalOf(undo(id))).toBe('conflict imports.refused.notCommitted');
    expect(await refusalOf(commit(id))).toBe('conflict imports.refused.undone');
  });

  test('except for a figure that got evidence since', async () => {
    const collectionId = await inventedCollection(database, { figures: 2 });
    const { id } = await stage(list('D1,2026-M10,6,,,,\r\nD2,2026-M10,7,,,,'), { collectionId });
    await commit(id);
    const figure = { indicatorCode: 'D1', periodCode: '2026-M10', version: 1 };
    const evidence = { collectionId, unitCode: 'JIA', figure, fileName: '证明.pdf', content: bytesOf('%PDF-1.7') };
    await perform(addAttachment, reporter, evidence, { now: now() });
    expect(await undo(id)).toEqual({ id, undone: 1, kept: ['演示指标1'] });
    expect(await values(collectionId)).toMatchObject([{ indicator_code: 'D1', typed: '6', version: 2 }]);
  });

  test('and refused once its figures were submitted', async () => {
    const collectionId = await inventedCollection(database, { figures: 1 });
    const { id } = await stage(list('D1,2026-M10,6,,,,'), { collectionId });
    await commit(id);
    const [one] =
      await sql`select version from submission where collection_id = ${collectionId} and org_unit_code = 'JIA'`;
    await perform(submitReturn, reporter, { collectionId, unitCode: 'JIA', version: one?.version }, { now: now() });
    expect(await refusalOf(undo(id))).toBe('conflict imports.refused.submitted');
    expect(await values(collectionId)).toMatchObject([{ typed: '6', state: 'submitted' }]);
  });
});

describe('permissions and lifetime', () => {
  test('an unused upload is deleted after a week, with its rows; a used one is kept', async () => {
    const collectionId = await inventedCollection(database, { figures: 2 });
    const used = await stage(list('D1,2026-M10,7,,,,'), { collectionId });
    await commit(used.id);
    const unused = await stage(list('D2,2026-M10,8,,,,'), { collectionId });
    await sql`update upload set uploaded_at = now() - interval '8 days' where id in (${used.id}, ${unused.id})`;
    const forget = () => perform(forgetUploads, systemPrincipal('check'), {}, { now: now() });
    expect(await forget()).toBe(1);
    expect(await forget()).toBe(0);
    expect(await rowsOf(unused.id)).toEqual([]);
    expect(await rowsOf(used.id)).toHaveLength(1);
  });

  test('another role may give none of the commands', async () => {
    const { id } = await stage(list('D1,2026-M10,1,,,,'), { collectionId: await inventedCollection(database) });
    expect(await refusalOf(commit(id, leader))).toBe('forbidden command');
    expect(await refusalOf(undo(id, leader))).toBe('forbidden command');
    expect(await refusalOf(stage(list('D1,2026-M10,1,,,,'), { principal: leader }))).toBe('forbidden command');
  });

  test('another unit’s upload does not exist', async () => {
    const { id } = await stage(list('D1,2026-M10,1,,,,'), { collectionId: await inventedCollection(database) });
    expect(await refusalOf(commit(id, neighbour))).toBe('notFound imports.refused.noUpload');
    expect(await refusalOf(undo(id, neighbour))).toBe('notFound imports.refused.noUpload');
  });

  test('another unit’s collection and rows are refused', async () => {
    const collectionId = await inventedCollection(database, { units: ['YI'] });
    const content = bytesOf(`单位代码,指标代码,报告期代码,本期数\r\nYI,D1,2026-M10,1\r\n`);
    expect((await stage(content, { collectionId })).counts).toMatchObject({ added: 0, faulty: 1 });
    expect(await values(collectionId, 'YI')).toEqual([]);
  });

  test('a closed collection accepts no upload, staged before or after', async () => {
    const collectionId = await inventedCollection(database);
    const { id } = await stage(list('D1,2026-M10,1,,,,'), { collectionId });
    await sql`update collection set state = 'closed' where id = ${collectionId}`;
    expect(await refusalOf(commit(id))).toBe('conflict imports.refused.shut');
    const late = await stage(list('D2,2026-M10,1,,,,'), { collectionId });
    expect((await rowsOf(late.id))[0]?.findings).toMatchObject([{ key: 'shut' }]);
  });
});

describe('a template', () => {
  const template = async (collectionId: string, principal = reporter) => {
    const one = await templateReturn(principal, collectionId);
    if (!one) throw new Error('no return');
    return one;
  };

  test('of many figures is downloaded and uploaded without a difference, as a workbook and as a list', async () => {
    const figures = many(5000, 500);
    const collectionId = await inventedCollection(database, { figures });
    await sql`
      insert into submission_value (org_unit_code, collection_id, indicator_code, period_code, typed, value, decimals,
        qualifier, qualifier_printed, absence, typed_yoy, reported_yoy, note, source_text, explanation, state, updated_by, updated_at)
      select 'JIA', collection_id, indicator_code, period_code,
        case when n % 7 = 0 then '约' else '' end || (n * 1.37 - 900)::numeric(12,2), (n * 1.37 - 900)::numeric(12,2), 2,
        case when n % 7 = 0 then 'about' else 'exact' end, case when n % 7 = 0 then '约' else '' end, 'none',
        (n % 90 - 40)::text, n % 90 - 40, case n % 4 when 0 then '=1+' || n when 1 then '-n' || n when 2 then E'行1\n行2' else '' end,
        '＠来源' || n, '', 'draft', 'check', now()
      from (select *, substr(indicator_code, 2)::int as n from collection_item where collection_id = ${collectionId}) i`;
    const one = await template(collectionId);
    const workbook = await formWorkbook(templateSheet(one, 'zh-CN', new Date()));
    for (const [content, name] of [
      [workbook, '表.xlsx'],
      [bytesOf(listText(templateList(one, 'zh-CN'))), '表.csv'],
    ] as const) {
      const staged = await stage(content, { name, collectionId });
      expect(staged.counts).toEqual({ added: 0, changed: 0, unchanged: figures, faulty: 0 });
    }
  }, 120_000);

  test('tells on upload what the collection asks otherwise since', async () => {
    const collectionId = await inventedCollection(database);
    const define = (text: string) => sql`
      insert into indicator_definition (indicator_code, valid_from, definition_zh, definition_en, formula_zh, formula_en)
      values ('D1', '2020-01-01', ${text}, '', '', '') on conflict (indicator_code, valid_from)
      do update set definition_zh = excluded.definition_zh`;
    await define('期末户数');
    const content = await formWorkbook(templateSheet(await template(collectionId), 'zh-CN', now()));
    const told = async () => {
      const { id } = await stage(content, { name: '表.xlsx', collectionId });
      const [row] = await sql`select findings from upload where id = ${id}`;
      return ((row?.findings ?? []) as { key: string }[])
        .map(({ key }) => key)
        .filter((key) => key.startsWith('template'));
    };
    expect(await told()).toEqual(['templateMade']);
    await define('期末户数，含分支机构');
    await sql`delete from collection_item where collection_id = ${collectionId} and indicator_code = 'D2'`;
    expect(await told()).toEqual(['templateMade', 'templateGone', 'templateRedefined']);
  });

  test('filled with 5 000 figures is staged and committed in a few seconds of an idle machine', async () => {
    const collectionId = await inventedCollection(database, { figures: 5000 });
    const sheet = templateSheet(await template(collectionId), 'zh-CN', new Date());
    const filled = {
      ...sheet,
      rows: sheet.rows.map((row, at) => row.with(7, { number: `${at + 1}.25`, decimals: 2 })),
    };
    const content = await formWorkbook(filled);
    const { result: staged, floors } = await inFloors(() => stage(content, { name: '表.xlsx' }));
    expect(staged.counts).toEqual({ added: 5000, changed: 0, unchanged: 0, faulty: 0 });
    const committing = await inFloors(() => commit(staged.id));
    // A floor takes about 15 ms of an idle machine, and the database works beside other tests.
    expect(floors).toBeLessThan(500);
    expect(committing.floors).toBeLessThan(300);
    const written = await sql`select count(*)::int as n from submission_value where upload_id = ${staged.id}`;
    expect(written).toEqual([{ n: 5000 }]);
  }, 120_000);
});
