import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { bulletinFile, bulletinList, bulletinOf } from '@/lib/publishing/bulletins/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { firstOffice, inventedDocument, inventedFigures, someone, storedScheme } from '@/lib/testing/invented-run';
import { docxTexts, draftedBulletin, issuedBulletin } from '@/lib/testing/issued-bulletin';
import { schemeMenus } from './queries';

checkSettings();
const { sql, database } = await testDatabase();
const source = (scheme: string) => ({ kind: 'responsibilities', scheme }) as const;
const reporter = { ...someone('r', 'reporter'), unitCode: 'U1' };

beforeAll(async () => {
  await inventedFigures(database, { units: 2, items: 5 });
  await sql`update indicator set responsible_zh = '演示<一>部 & 局', assisting_zh = '演示2处' where code in ('M1', 'M2')`;
  await sql`update indicator set responsible_zh = '' where code = 'M3'`;
  await storedScheme(database, inventedDocument(4));
  await storedScheme(database, inventedDocument(2), { code: 'D', state: 'draft' });
});

test('a list of responsibilities has every item of the published version with its bodies', async () => {
  const id = await issuedBulletin(database, source('S'));
  const found = await bulletinOf(reporter, id);
  expect(found?.frozen?.title).toBe('关于印发演示考核方案指标责任清单的通知');
  // M1 and M2 of one body, M4 of another, M3 of none; M5 is in no item.
  expect(found?.frozen?.paragraphs).toEqual([
    '现将《演示考核方案》（第1版）的指标责任清单印发给你们，请按职责分工抓好落实。',
    '一、总体情况',
    '方案共有指标4项，由2个部门负责。',
    '没有明确责任部门的有1项。',
    '二、责任分工',
    '各部门负责的指标：演示<一>部 & 局2项、演示部门1项。',
    '各指标的责任部门见附件。',
  ]);
  const rows =
    await sql`select row_number() over (order by i.sort_order)::text as at, i.name_zh as name, i.unit_zh as unit,
    i.responsible_zh as responsible, i.assisting_zh as assisting from indicator i where code in ('M1', 'M2', 'M3', 'M4')
    order by i.sort_order`;
  expect(found?.frozen?.annexes[0]?.rows).toEqual(
    rows.map(({ at, name, unit, responsible, assisting }) => [at, name, name, unit, responsible, assisting, '年']),
  );
  const { file = new Uint8Array() } = (await bulletinFile(reporter, id)) ?? {};
  expect(await docxTexts(file)).toContain('演示<一>部 & 局');
  // Another body, another name and another version change no byte.
  await sql`update indicator set responsible_zh = '演示新部', name_zh = '改名' where code = 'M1'`;
  await sql`update scheme_version set state = 'superseded' where scheme_code = 'S'`;
  await storedScheme(database, inventedDocument(5), { number: 2 });
  expect((await bulletinFile(reporter, id))?.file).toEqual(file);
  const next = await bulletinOf(firstOffice, await issuedBulletin(database, source('S')));
  expect(next?.frozen?.paragraphs[0]).toContain('（第2版）');
  expect(next?.frozen?.annexes[0]?.rows).toHaveLength(5);
});

test('a scheme without a published version has none, and visitors see no document', async () => {
  expect(await refusalOf(draftedBulletin(database, source('D')))).toBe('notFound bulletins.refused.noSource');
  expect((await schemeMenus(firstOffice, 'zh-CN'))[0]?.options.map(({ value }) => value)).toEqual(['S']);
  expect((await bulletinList(anonymousPrincipal(), { page: 1 })).total).toBe(0);
});
