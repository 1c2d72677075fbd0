import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { createSource } from '@/lib/catalogue/sources/create-source';
import { deleteSource } from '@/lib/catalogue/sources/delete-source';
import { editSource } from '@/lib/catalogue/sources/edit-source';
import { attachFile, largestSourceFile } from '@/lib/catalogue/sources/files/attach-file';
import { filesOfSource, sourceFileContent } from '@/lib/catalogue/sources/files/queries';
import { pageInLocator } from '@/lib/catalogue/sources/page-in-locator';
import { citableSources, sourceHead, sourceList } from '@/lib/catalogue/sources/queries';
import { restoreSource } from '@/lib/catalogue/sources/restore-source';
import { withdrawSource } from '@/lib/catalogue/sources/withdraw-source';
import { ranking } from '@/lib/observations/ranking/queries';
import { noteTexts } from '@/lib/observations/ranking/written-notes';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { firstOffice, inventedFigures, secondOffice, someone } from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
await inventedFigures(database, { units: 3, items: 1 });

const now = new Date('2031-01-05T09:00:00+08:00');
const facts = {
  title: '南城统计月报',
  publisher: '演示统计局',
  url: 'https://stats.example/2031',
  publishedOn: '2031-01-03',
  retrievedOn: '',
  accessNote: '',
  licence: '',
  reliability: 'official',
};
// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, who = firstOffice) =>
  perform(command, who, input, { now, database });
const create = (more: object = {}) => give(createSource, { sourceCode: '', ...facts, ...more });
const lastEvent = async () =>
  (await sql`select command, changes::jsonb as changes from audit_event order by seq desc limit 1`)[0];

beforeEach(async () => {
  await sql`delete from source_file`;
  await sql`delete from source where code <> 'INV'`;
  await sql`update source set withdrawn_reason = null, version = 1`;
});

describe('a document', () => {
  test('gets a code from its title, and another one where that is taken', async () => {
    expect(await create()).toBe('NCTJYB');
    expect(await create()).toBe('NCTJYB-2');
    expect(await refusalOf(create({ sourceCode: 'nctjyb' }))).toBe('conflict documents.refused.codeTaken');
    expect(await lastEvent()).toMatchObject({ command: 'source.create', changes: [{ subject: 'source/NCTJYB-2' }] });
    expect(await sourceHead('NCTJYB')).toMatchObject({ title: facts.title, url: facts.url, retrievedOn: null });
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example/x', 'https://a:b@c.example/', 'a b'])(
    'has no address such as %s',
    async (url) => {
      expect(await refusalOf(create({ url }))).toBe('invalid input');
    },
  );

  test('is changed in the version that was shown; a lost update is refused in words', async () => {
    const code = await create();
    await give(editSource, { code, version: 1, ...facts, title: '南城统计月报（修订）' });
    expect(await lastEvent()).toMatchObject({
      changes: [{ before: { title: '南城统计月报' }, after: { title: '南城统计月报（修订）' } }],
    });
    const late = { code, version: 1, ...facts, publisher: '别人' };
    expect(await refusalOf(give(editSource, late, secondOffice))).toBe('conflict documents.refused.moved');
    expect(await refusalOf(give(editSource, late, someone('d', 'departmentReviewer')))).toBe('forbidden command');
  });

  test('keeps hostile text as text', async () => {
    const title = `<script>alert(1)</script>'); drop table source; --`;
    const code = await create({ title });
    expect((await sourceHead(code))?.title).toBe(title);
  });

  test('is deleted only where nothing uses it, and says what does', async () => {
    const code = await create();
    await give(attachFile, { code, fileName: 'a.pdf', content: Buffer.from('%PDF-1.4') });
    await give(deleteSource, { code, version: 1 });
    expect(await sourceHead(code)).toBeNull();
    const refused = await give(deleteSource, { code: 'INV', version: 1 }).catch((error) => error);
    expect(refused.key).toBe('documents.refused.used');
    expect(refused.details.figures).toBeGreaterThan(0);
  });
});

describe('its file', () => {
  const pdf = Buffer.from('%PDF-1.4 演示');

  test('is kept once, with its sha256, for who may read published figures', async () => {
    const code = await create();
    await give(attachFile, { code, fileName: '月报.pdf', content: pdf });
    await give(attachFile, { code, fileName: '月报.pdf', content: pdf });
    const files = await filesOfSource(anonymousPrincipal(), code);
    expect(files).toMatchObject([{ fileName: '月报.pdf', mediaType: 'application/pdf', size: pdf.length }]);
    const kept = await sourceFileContent(anonymousPrincipal(), code, files[0]?.sha256 ?? '');
    expect(Buffer.from(kept?.content ?? []).equals(pdf)).toBe(true);
    const shut = anonymousPrincipal({ publicReading: false });
    expect(await filesOfSource(shut, code)).toEqual([]);
    expect(await sourceFileContent(shut, code, files[0]?.sha256 ?? '')).toBeNull();
  });

  test.each([
    ['月报.html', '<html>', 'invalid attachmentKind'],
    ['月报.pdf', '<html>', 'invalid attachmentKind'],
    ['月报.svg', '<svg/>', 'invalid attachmentKind'],
    ['月报.pdf', '', 'invalid documents.refused.emptyFile'],
  ])('%s with %s is refused', async (fileName, content, refused) => {
    const code = await create();
    expect(await refusalOf(give(attachFile, { code, fileName, content: Buffer.from(content) }))).toBe(refused);
  });

  test('is refused where it is too large', async () => {
    const code = await create();
    const content = Buffer.concat([pdf, Buffer.alloc(largestSourceFile)]);
    expect(await refusalOf(give(attachFile, { code, fileName: 'a.pdf', content }))).toBe(
      'limit documents.refused.fileTooLarge',
    );
  });
});

describe('withdrawal', () => {
  test('flags every figure that cites it at once, and is taken back with a reason', async () => {
    expect(await refusalOf(give(withdrawSource, { code: 'INV', version: 1, reason: '' }))).toBe('invalid input');
    await give(withdrawSource, { code: 'INV', version: 1, reason: '文件被收回' });
    expect(await refusalOf(give(withdrawSource, { code: 'INV', version: 2, reason: '文件被收回' }))).toBe(
      'conflict documents.refused.withdrawn',
    );
    const choice = { indicatorCode: 'M1', periodCode: '2025', peerGroupCode: 'G' };
    const found = await ranking(firstOffice, choice);
    expect(found?.rows.map(({ figure }) => figure?.citation.sourceWithdrawn)).toEqual(Array(3).fill('文件被收回'));
    expect(found && noteTexts(found, 'zh-CN').some((note) => note.includes('来源已撤回'))).toBe(true);
    expect((await sourceList(firstOffice)).find(({ code }) => code === 'INV')?.isWithdrawn).toBe(true);
    await give(restoreSource, { code: 'INV', version: 2, reason: '已核实' });
    expect(await lastEvent()).toMatchObject({
      command: 'source.restore',
      changes: [{ before: { withdrawnReason: '文件被收回' }, after: { withdrawn: false, reason: '已核实' } }],
    });
    expect((await ranking(firstOffice, choice))?.rows[0]?.figure?.citation.sourceWithdrawn).toBeNull();
  });
});

test('the document of computed figures is nobody’s: not made, changed, withdrawn, deleted, given a file or offered', async () => {
  expect(await refusalOf(create({ sourceCode: 'Derived' }))).toBe('conflict documents.refused.codeTaken');
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('DERIVED', '按公式由其他指标计算', '本系统', '', '', 'reported', 999999)`;
  const shown = { code: 'DERIVED', version: 1 };
  const pdf = { code: 'DERIVED', fileName: 'a.pdf', content: Buffer.from('%PDF-1.4') };
  const tried = [
    () => give(editSource, { ...shown, ...facts, title: '别的文件' }),
    () => give(withdrawSource, { ...shown, reason: '有误' }),
    () => give(restoreSource, { ...shown, reason: '有误' }),
    () => give(deleteSource, shown),
    () => give(attachFile, pdf),
  ];
  for (const one of tried) expect(await refusalOf(one())).toBe('forbidden documents.refused.computed');
  expect((await citableSources(firstOffice)).map(({ code }) => code)).toEqual(['INV']);
  expect(await sourceHead('DERIVED')).toMatchObject({ isComputed: true });
});

test.each([
  ['第3页，表2', 3],
  ['第 １２ 页', 12],
  ['p. 4', 4],
  ['page 5, table 1', 5],
  ['表2', null],
  ['', null],
])('the page in %s is %s', (locator, page) => {
  expect(pageInLocator(locator)).toBe(page);
});
