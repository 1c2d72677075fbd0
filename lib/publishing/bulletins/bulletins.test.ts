import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { Refusal } from '@/lib/errors';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { atOnce, untilWaiting } from '@/lib/testing/at-once';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';
import { docxTexts } from '@/lib/testing/issued-bulletin';
import { checkBulletin } from './check-bulletin';
import { bulletinDocx } from './docx-document';
import { draftBulletin } from './draft-bulletin';
import { dropBulletin } from './drop-bulletin';
import { editBulletin } from './edit-bulletin';
import { issueBulletin } from './issue-bulletin';
import { bulletinFile, bulletinList, bulletinOf, findBulletins } from './queries';
import type { BulletinContent } from './words';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-20T09:00:00+08:00');
const [author, other] = [someone('office-1'), someone('office-2')];
const [reporter, leader] = [someone('reporter', 'reporter'), someone('leader', 'leader')];
const units = 12;
let published: string;
let trial: string;

beforeAll(async () => {
  for (const period of ['2024', '2025', '2026']) await inventedFigures(database, { units, period });
  await sql`update observation set value = 99 where org_unit_code = 'U9' and period_code = '2025'`;
  await sql`insert into observation_revision (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, revision, reason, recorded_by, recorded_at)
    select indicator_code, org_unit_code, period_code, 99, decimals, qualifier, qualifier_printed, vintage, period_printed,
      source_code, locator, quote, note, 2, '', 'check', now()
    from observation_revision where org_unit_code = 'U9' and period_code = '2025'`;
  const grades = {
    by: 'cutoff' as const,
    grades: [
      { key: 'good', nameZh: '优秀', nameEn: 'Excellent', atLeast: 80 },
      { key: 'rest', nameZh: '一般', nameEn: 'Fair', atLeast: null },
    ],
  };
  await storedScheme(database, inventedDocument(4, { grades, apart: ['U7'] }));
  await inventedRun(database, { period: '2024' });
  published = await inventedRun(database, { period: '2025' });
  trial = await inventedRun(database, { period: '2026', state: 'trial' });
});

const give = <Result>(command: Command<never, Result>, input: object, who = author) =>
  perform(command, who, input as never, { now, database }) as Promise<Result>;
const frame = {
  ...{ organ: '演示市综合考核委员会办公室', word: '演考办发', addressee: '各有关单位', classification: 'none' },
  dated: '2026-11-20',
};
const drafted = async (more: object = {}) =>
  (
    await give<{ id: string }>(draftBulletin as never, {
      source: { kind: 'ranking', run: published },
      corrects: '',
      ...frame,
      ...more,
    })
  ).id;
const held = async (id: string, who = author) => {
  const found = await bulletinOf(who, id);
  if (!found) throw new Error('no document');
  return found;
};
const shown = async (id: string) => ({ id, version: (await held(id)).version });
const edited = async (id: string, more: object, who = author) => {
  const { title, body } = await held(id);
  return give(editBulletin as never, { ...(await shown(id)), ...frame, title, body, ...more }, who);
};
const issued = async (more: object = {}) => {
  const id = await drafted(more);
  await give(checkBulletin as never, await shown(id), other);
  await give(issueBulletin as never, await shown(id));
  return id;
};

describe('documents on a ranking', () => {
  test('every number in one is stored with the run', async () => {
    const id = await issued();
    const { file } = (await bulletinFile(reporter, id)) ?? {};
    const texts = await docxTexts(file ?? new Uint8Array());
    const rows = await sql`select s.org_unit_code as unit, s.shown, s.rank, s.previous_rank, s.is_apart,
        (select array_agg((b ->> 'score')::numeric) from jsonb_array_elements(s.blocks) b) as blocks
      from run_score s where s.run_id = ${published} order by s.position`;
    const rowOf = new Map(rows.map((row) => [`演示${row.unit.slice(1)}区`, row]));
    const told = texts.filter((text) => /得分最高|居前|居后|位次/.test(text)).join('');
    const scored = [...told.matchAll(/(演示\d+区)（([\d.]+)分，(?:并列)?第([\d.]+)位）/g)];
    expect(scored.length).toBe(10);
    for (const [, unit = '', score, rank] of scored)
      expect([unit, score, Number(rank)]).toEqual([unit, rowOf.get(unit)?.shown, rowOf.get(unit)?.rank]);
    const moved = [...told.matchAll(/(演示\d+区)（(上升|下降)([\d.]+)位，现为(?:并列)?第([\d.]+)位）/g)];
    expect(moved.length).toBeGreaterThan(3);
    for (const [, unit = '', way, by, rank] of moved) {
      const row = rowOf.get(unit);
      expect([unit, Number(by), Number(rank)]).toEqual([unit, Math.abs(row?.previous_rank - row?.rank), row?.rank]);
      expect(way).toBe(row?.rank < row?.previous_rank ? '上升' : '下降');
    }
    // The table of the annex: each unit in its order, with its total.
    const names = rows.map(({ unit }) => `演示${unit.slice(1)}区`);
    const cells = texts.slice(texts.indexOf('附件'));
    expect(cells.filter((text) => names.includes(text))).toEqual(names);
    for (const { unit, shown: total } of rows) {
      const at = cells.indexOf(`演示${unit.slice(1)}区`);
      if (total !== null) expect(cells.slice(at, at + 3)).toContain(total);
    }
    expect(texts.join('\n')).not.toMatch(/[{}]/);
  });

  test('are whole files also where names have marks of XML and letters that no XML takes', async () => {
    const content: BulletinContent = {
      ...{
        organ: '演示<考核>&"办"',
        reference: '演〔2026〕1号',
        classification: 'none' as const,
        title: '演\u0001示\ufffe',
        addressee: '',
      },
      ...{ paragraphs: ["<w:p>]]>&amp;'"], dated: '2026-11-20' },
      annexes: [{ title: '甲\u0008乙', columns: ['<名>'], isNumber: [false], rows: [['&甲\ud800乙']], notes: [] }],
    };
    const texts = await docxTexts(await bulletinDocx(content));
    for (const text of ['演示<考核>&"办"', '演示', "<w:p>]]>&amp;'", '甲乙', '<名>', '&甲乙'])
      expect(texts).toContain(text);
  });

  test('are checked by another person, numbered, and never changed', async () => {
    const id = await drafted();
    expect(await refusalOf(give(checkBulletin as never, await shown(id)))).toBe('conflict bulletins.refused.ownDraft');
    expect(await refusalOf(give(issueBulletin as never, await shown(id)))).toBe('conflict bulletins.refused.unchecked');
    await give(checkBulletin as never, await shown(id), other);
    expect(await refusalOf(give(checkBulletin as never, await shown(id), other))).toBe(
      'conflict bulletins.refused.checked',
    );
    // A word that is changed is checked again.
    await edited(id, { title: '关于{期间}考核结果的通报' }, other);
    expect((await held(id)).state).toBe('draft');
    expect(await refusalOf(give(checkBulletin as never, await shown(id), other))).toBe(
      'conflict bulletins.refused.ownDraft',
    );
    const before = await shown(id);
    await give(checkBulletin as never, before);
    expect(await refusalOf(give(issueBulletin as never, before))).toMatch(/^conflict moved/);
    await give(issueBulletin as never, await shown(id));
    const issuedOne = await held(id, reporter);
    const { file } = (await bulletinFile(reporter, id)) ?? { file: new Uint8Array() };
    expect(issuedOne.title).toBe('关于2025年考核结果的通报');
    expect(issuedOne.reference).toMatch(/^演考办发〔2026〕\d+号$/);
    expect(issuedOne.sha256).toBe(createHash('sha256').update(file).digest('hex'));
    for (const command of [checkBulletin, issueBulletin, dropBulletin])
      expect(await refusalOf(give(command as never, await shown(id), other))).toBe('conflict bulletins.refused.issued');
    await expect(sql`update bulletin set title = 'x' where id = ${id}`).rejects.toThrow('an issued document stays');
    await expect(sql`delete from bulletin where id = ${id}`).rejects.toThrow('an issued document stays');
    // A figure that is revised and names that change later change no byte of it.
    await sql`update observation set value = 1 where org_unit_code = 'U1' and period_code = '2025'`;
    await sql`update org_unit set name_zh = '演示改名区' where code = 'U1'`;
    expect((await bulletinFile(reporter, id))?.file).toEqual(file);
    expect((await held(id, reporter)).frozen).toEqual(issuedOne.frozen);
    await sql`update org_unit set name_zh = '演示1区' where code = 'U1'`;
  });

  test('take no number by hand, and tell all faults at once', async () => {
    const id = await drafted();
    const body = '现将结果通报如下。\n演示1区得99.99分。\n演示2区得{演示99区·得分}分。';
    const refused = await edited(id, { title: '关于2025年结果的通报', body }).then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? error : null),
    );
    expect(refused?.faults.map(({ field, key, details }) => [field, key, details.line, details.text])).toEqual([
      ['title', 'bulletins.refused.typedNumber', 1, '2025'],
      ['body', 'bulletins.refused.typedNumber', 2, '99.99'],
      ['body', 'bulletins.refused.unknownMark', 3, '演示99区·得分'],
    ]);
    expect((await held(id)).version).toBe(1);
    await edited(id, { body: '按《2025年考核办法》，演示1区第{演示1区·名次}位，共{单位数}个单位。' });
    await give(dropBulletin as never, await shown(id), other);
    expect(await bulletinOf(author, id)).toBeNull();
  });

  test('are numbered one after the other, also where two are issued at the same moment', async () => {
    const ids = [await drafted(), await drafted()];
    for (const id of ids) await give(checkBulletin as never, await shown(id), other);
    const asked = await Promise.all(ids.map(shown));
    await atOnce(
      sql,
      asked.map((one) => () => give(issueBulletin as never, one)),
    );
    const numbers = (await sql`select number from bulletin where state = 'issued' order by number`).map(
      (row) => row.number,
    );
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  test('correct an issued one by citing it', async () => {
    const first = await issued();
    const draft = await drafted();
    expect(await refusalOf(drafted({ corrects: draft }))).toBe('notFound bulletins.refused.noneToCorrect');
    const second = await issued({ corrects: first });
    const [old, fresh] = [await held(first), await held(second)];
    expect(fresh.frozen?.paragraphs[0]).toBe(`本文更正《${old.title}》（${old.reference}）。`);
    expect(old.correctedBy).toEqual([{ id: second, reference: fresh.reference }]);
    expect(old.frozen?.paragraphs[0]).not.toContain('更正');
  });

  test('have no number beside their text either, and one word is written one way', async () => {
    const addressee = '各有关单位（演示1区99.99分）';
    expect(await refusalOf(drafted({ addressee }))).toBe('invalid bulletins.refused.typedNumber');
    expect(await refusalOf(drafted({ word: '演〔2025〕9号' }))).toMatch(/^invalid input/);
    const id = await drafted({ word: '演 考\u200b 办　发', addressee: '演示1区、演示2区' });
    expect((await held(id)).reference).toMatch(/^演考办发〔2026〕/);
    const refused = await edited(id, { addressee, organ: '演示市第7办公室' }).then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? error : null),
    );
    expect(refused?.faults.map(({ field, details }) => [field, details.text])).toEqual([
      ['organ', '7'],
      ['addressee', '99.99'],
    ]);
  });

  test('cite a title that cites another one within single marks', async () => {
    const first = await drafted();
    await edited(first, { title: '关于《{方案}》{期间}结果的通报' });
    await give(checkBulletin as never, await shown(first), other);
    await give(issueBulletin as never, await shown(first));
    const second = await issued({ corrects: first });
    const third = await issued({ corrects: second });
    const { reference } = await held(first);
    expect((await held(second)).frozen?.paragraphs[0]).toBe(
      `本文更正《关于〈演示考核方案〉2025年结果的通报》（${reference}）。`,
    );
    expect((await held(third)).corrects?.id).toBe(second);
    expect(await refusalOf(drafted({ corrects: 'none' }))).toBe('notFound bulletins.refused.noneToCorrect');
  });

  test('are of published runs, and not of one that another took the place of', async () => {
    expect(await refusalOf(drafted({ source: { kind: 'ranking', run: trial } }))).toBe(
      'notFound bulletins.refused.noSource',
    );
    const id = await drafted();
    await give(checkBulletin as never, await shown(id), other);
    const newer = await inventedRun(database, { period: '2025' });
    expect(newer).not.toBe(published);
    expect(await refusalOf(give(issueBulletin as never, await shown(id)))).toBe('conflict bulletins.refused.noSource');
  });

  test('are not issued on a run that another takes the place of at the same moment', async () => {
    const run = await inventedRun(database, { period: '2025' });
    const newer = await inventedRun(database, { period: '2025', state: 'approved' });
    const id = await drafted({ source: { kind: 'ranking', run } });
    await give(checkBulletin as never, await shown(id), other);
    const asked = await shown(id);
    const publication = { id: newer, version: 2 };
    // The publication has changed the run and waits to write its event; the document then asks for the run.
    const lock = await sql.reserve();
    await lock`begin`;
    await lock`lock table audit_event in exclusive mode`;
    const publishing = perform(publishRun, author, publication, { now, database });
    await untilWaiting(lock, 1);
    const issuing = refusalOf(give(issueBulletin as never, asked));
    await untilWaiting(lock, 2);
    await lock`commit`;
    lock.release();
    await publishing;
    expect(await issuing).toBe('conflict bulletins.refused.noSource');
  });

  test('are seen by everybody when they are issued, before by the office, leaders and auditors, and never by visitors', async () => {
    const all = (await bulletinList(author, { page: 1 })).total;
    const [counted] =
      await sql`select count(*) filter (where state = 'issued')::int as issued, count(*)::int as all from bulletin`;
    expect(all).toBe(counted?.all);
    expect((await bulletinList(leader, { page: 1 })).total).toBe(all);
    expect((await bulletinList(reporter, { page: 1 })).total).toBe(counted?.issued);
    expect(counted?.issued).toBeLessThan(all);
    expect((await bulletinList(anonymousPrincipal(), { page: 1 })).total).toBe(0);
    const [draft] = await sql`select id from bulletin where state <> 'issued' limit 1`;
    expect(await bulletinOf(reporter, draft?.id)).toBeNull();
    expect((await findBulletins(reporter, '演考办发 2025', 99)).length).toBe(counted?.issued);
    expect((await findBulletins(author, '演示考核方案', 99)).length).toBe(all);
    expect(await findBulletins(anonymousPrincipal(), '演考办发', 99)).toEqual([]);
    expect(await bulletinFile(author, draft?.id)).toBeNull();
  });
});
