import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { checkBulletin } from '@/lib/publishing/bulletins/check-bulletin';
import { editBulletin } from '@/lib/publishing/bulletins/edit-bulletin';
import { issueBulletin } from '@/lib/publishing/bulletins/issue-bulletin';
import { bulletinFile, bulletinList, bulletinOf } from '@/lib/publishing/bulletins/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { inventedMonitoring } from '@/lib/testing/invented-monitoring';
import { firstOffice, inventedFigures, secondOffice, someone } from '@/lib/testing/invented-run';
import { docxTexts, draftedBulletin, issuedBulletin } from '@/lib/testing/issued-bulletin';
import { taskMenus } from './queries';

checkSettings();
const { sql, database } = await testDatabase();
const [own, foreign] = ['U1', 'U2'].map((unitCode) => ({ ...someone(unitCode, 'reporter'), unitCode })) as [
  ReturnType<typeof someone>,
  ReturnType<typeof someone>,
];
const source = (unit: string) => ({ kind: 'tasks', unit }) as const;
const now = new Date();
const give = (command: typeof checkBulletin, id: string, version: number, who = secondOffice) =>
  perform(command, who, { id, version }, { now, database });

beforeAll(async () => {
  await inventedFigures(database, { units: 4 });
  // U1: 2026-1 raised, 2026-2 working, 2026-11 dropped, t1 under way, t2 withdrawn; U2: 2026-3 closed, 2026-10 assigned, t3 done.
  await inventedMonitoring(sql);
  await sql`update org_unit set name_zh = '演示<甲>&区', name_en = '' where code = 'U1'`;
  await sql`update follow_up set title = '整改3个 & <项目>' where id = '2026-2'`;
});

test('a task list has what a unit knows of and has not done, with state and day', async () => {
  await sql`insert into follow_up (id, title, matter, org_unit_code, assisting, due_on, origin, state, version, updated_by, updated_at)
    values ('2026-12', '较早到期', '请整改', 'U1', '[]', '2026-01-05', '{"kind":"hand","note":""}', 'assigned', 1, 't', now())`;
  const id = await issuedBulletin(database, source('U1'));
  const found = await bulletinOf(own, id);
  expect(found?.frozen?.title).toBe('关于印送演示<甲>&区任务清单的函');
  expect(found?.frozen?.addressee).toBe('演示<甲>&区');
  expect(found?.frozen?.paragraphs).toEqual([
    '现将你单位没有办结的督办事项和任务印送给你们，请按期办理。',
    '一、督办事项',
    '没有销号的督办事项有2项：交办1项、办理1项。最早的期限是2026年1月5日。',
    '二、清单任务',
    '没有完成的任务有1项：推进中1项。最早的期限是2026年2月28日。',
    '各项和期限见附件。',
  ]);
  expect(found?.frozen?.annexes.map(({ rows }) => rows)).toEqual([
    [
      ['督办〔2026〕12号', '较早到期', '交办', '2026年1月5日'],
      ['督办〔2026〕2号', '整改3个 & <项目>', '办理', '2026年1月31日'],
    ],
    [['任务t1', '完成', '', '推进中', '2026年2月28日']],
  ]);
  expect(await bulletinOf(foreign, id)).toBeNull();
  expect((await bulletinList(foreign, { page: 1 })).total).toBe(0);
  const { file = new Uint8Array() } = (await bulletinFile(own, id)) ?? {};
  expect(await docxTexts(file)).toContain('整改3个 & <项目>');
  // What is done later changes no byte.
  await sql`update follow_up set state = 'closed', due_on = '2026-06-30' where id = '2026-12'`;
  expect((await bulletinFile(own, id))?.file).toEqual(file);
});

test('what was checked is issued, or nothing: tasks that went on are read and checked again', async () => {
  const id = await draftedBulletin(database, source('U1'));
  await give(checkBulletin, id, 1);
  await sql`update follow_up set due_on = '2026-03-31' where id = '2026-2'`;
  expect(await refusalOf(give(issueBulletin as never, id, 2, firstOffice))).toBe(
    'conflict bulletins.refused.changedSince',
  );
  const held = await bulletinOf(firstOffice, id);
  const {
    organ = '',
    word = '',
    addressee = '',
    classification = 'none',
    dated = '',
    title = '',
    body = '',
  } = held ?? {};
  const terms = { organ, word, addressee, classification, dated, title, body };
  await perform(editBulletin, firstOffice, { id, version: 2, ...terms }, { now, database });
  await give(checkBulletin, id, 3);
  await give(issueBulletin as never, id, 4, firstOffice);
  expect((await bulletinOf(own, id))?.frozen?.annexes[0]?.rows).toEqual([
    ['督办〔2026〕2号', '整改3个 & <项目>', '办理', '2026年3月31日'],
  ]);
});

test('a unit without tasks is offered for none, and a list of none says so', async () => {
  expect((await taskMenus(firstOffice, 'en'))[0]?.options).toEqual([
    // Without a name in English its Chinese one stands for it.
    { value: 'U1', label: '演示<甲>&区' },
    { value: 'U2', label: 'Demo District 2' },
  ]);
  const found = await bulletinOf(firstOffice, await issuedBulletin(database, source('U4')));
  expect(found?.frozen?.annexes).toEqual([]);
  expect(found?.frozen?.paragraphs).toContain('没有未销号的督办事项。');
  expect(found?.frozen?.paragraphs.join('')).not.toContain('附件');
  const { file = new Uint8Array() } = (await bulletinFile(firstOffice, found?.id ?? '')) ?? {};
  expect((await docxTexts(file)).join('')).not.toContain('附件');
  expect(await refusalOf(draftedBulletin(database, source('NONE')))).toBe('notFound bulletins.refused.noSource');
});
