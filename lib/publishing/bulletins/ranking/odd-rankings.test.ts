import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { checkBulletin } from '@/lib/publishing/bulletins/check-bulletin';
import { draftBulletin } from '@/lib/publishing/bulletins/draft-bulletin';
import { issueBulletin } from '@/lib/publishing/bulletins/issue-bulletin';
import { bulletinOf } from '@/lib/publishing/bulletins/queries';
import { checkSettings } from '@/lib/testing/accounts';
import {
  firstOffice,
  inventedDocument,
  inventedFigures,
  inventedRun,
  secondOffice,
  storedScheme,
} from '@/lib/testing/invented-run';
import { readRanking } from './queries';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-20T09:00:00+08:00');

beforeAll(async () => {
  await inventedFigures(database, { units: 6 });
});

/** A document on a new run of a scheme, issued as its rules wrote it. */
async function issuedOn(code: string, document: Scheme) {
  await storedScheme(database, document, { code });
  return issued(await inventedRun(database, { code }), code);
}
async function issued(run: string, code: string) {
  const give = (command: unknown, input: object, who = firstOffice) =>
    perform(command as never, who, input as never, { now, database }) as Promise<{ id: string }>;
  const frame = {
    organ: '演示市综合考核委员会办公室',
    word: code,
    addressee: '',
    classification: 'none',
    dated: '2026-11-20',
  };
  const { id } = await give(draftBulletin, { source: { kind: 'ranking', run }, corrects: '', ...frame });
  await give(checkBulletin, { id, version: 1 }, secondOffice);
  await give(issueBulletin, { id, version: 2 });
  const [found, source] = [await bulletinOf(firstOffice, id), await readRanking(firstOffice, { run })];
  if (!found?.frozen || !source) throw new Error('no document');
  return { run, facts: source.facts, text: found.frozen.paragraphs.join('\n') };
}
const cutoff = (names: readonly [string, string]) => ({
  by: 'cutoff' as const,
  grades: [
    { key: 'good', nameZh: names[0], nameEn: 'Good', atLeast: 60 },
    { key: 'rest', nameZh: names[1], nameEn: 'Rest', atLeast: null },
  ],
});
const renamed = (names: readonly string[], more: Partial<Scheme> = {}): Scheme => {
  const document = inventedDocument(4, more);
  const parts = document.root.parts.map((part, at) => ({ ...part, nameZh: names[at] ?? part.nameZh }));
  return { ...document, root: { ...document.root, parts } };
};
const stored = (run: string) =>
  sql`select org_unit_code as unit, shown::text, rank, (blocks -> 1 ->> 'score')::numeric as first,
    (blocks -> 2 ->> 'score')::numeric as second from run_score where run_id = ${run} order by position`;

test('a part of a scheme takes no mark of what every unit has, nor of another part', async () => {
  const { run, facts } = await issuedOn('PARTS', renamed(['得分', '名次']));
  for (const { unit, shown, rank } of await stored(run)) {
    const name = `演示${unit.slice(1)}区`;
    expect([facts.get(`${name}·得分`), facts.get(`${name}·名次`)]).toEqual([shown, `${rank}`]);
    expect(facts.get(`${name}·得分（economy）`)).toMatch(/^\d+\.\d+$/);
  }
  const twice = await issuedOn('TWICE', renamed(['重点工作', '重点工作']));
  const marks = [...twice.facts.keys()].filter((mark) => mark.startsWith('演示1区·重点'));
  expect(marks).toEqual(['演示1区·重点工作（economy）', '演示1区·重点工作（living）']);
});

test('grades with digits in their names, and two of one name, are counted each for itself', async () => {
  const { text } = await issuedOn('CLASSES', inventedDocument(4, { grades: cutoff(['第1等', '第2等']) }));
  expect(text).toMatch(/第1等的\d个：演示1区、/);
  const { text: alike } = await issuedOn('ALIKE', inventedDocument(4, { grades: cutoff(['合格', '合格']) }));
  const told = [...alike.matchAll(/合格（(?:good|rest)）的(\d)个：(.*)。/g)];
  expect(told.map(([, count, names = '']) => [count, `${names.split('、').length}`])).toEqual(
    told.map(([, count]) => [count, count]),
  );
  expect(told).toHaveLength(2);
});

test('units whose names have braces, or are equal, are named and their marks stand for them', async () => {
  await sql`update org_unit set name_zh = '演示{东}区' where code = 'U1'`;
  await sql`update org_unit set name_zh = '演示同名区' where code in ('U2', 'U3')`;
  const { run, text, facts } = await issuedOn('NAMES', inventedDocument(4));
  const [first] = await stored(run);
  expect(text).toContain(`演示（东）区（${first?.shown}分，第1位）`);
  expect(facts.has('演示同名区（U2）·得分') && facts.has('演示同名区（U3）·得分')).toBe(true);
  await sql`update org_unit set name_zh = '演示' || substr(code, 2) || '区' where code like 'U%'`;
});

test('a unit without a rank is named', async () => {
  await sql`delete from observation where indicator_code = 'M4' and org_unit_code = 'U2'`;
  await storedScheme(database, inventedDocument(4, { missing: 'excludeUnit' }), { code: 'LACKS' });
  const run = await inventedRun(database, { code: 'LACKS', state: 'trial' });
  const acknowledged = [{ kind: 'figure' as const, count: 1, reason: '演示：数据未报' }];
  await perform(approveRun, secondOffice, { id: run, version: 1, acknowledged }, { now, database });
  await perform(publishRun, firstOffice, { id: run, version: 2, acknowledged }, { now, database });
  expect((await issued(run, 'LACKS')).text).toContain('未排出名次的单位\n演示2区。原因见附件。');
});

test('where every unit is apart, nobody leads', async () => {
  const { text } = await issuedOn('APART', inventedDocument(2, { apart: ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'] }));
  expect(text).not.toMatch(/居前|居后/);
  expect(text).toContain('不参加排名的单位\n演示1区、演示2区');
});
