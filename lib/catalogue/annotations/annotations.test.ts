import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { correctAnnotation } from '@/lib/catalogue/annotations/correct-annotation';
import {
  annotationList,
  annotationOf,
  annotationSteps,
  chartNotes,
  notesCiting,
  unitHonours,
  waitingNotes,
} from '@/lib/catalogue/annotations/queries';
import { recordAnnotation } from '@/lib/catalogue/annotations/record-annotation';
import { withdrawAnnotation } from '@/lib/catalogue/annotations/withdraw-annotation';
import { deleteIndicator } from '@/lib/catalogue/indicators/editing/delete-indicator';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import { refuseProposal } from '@/lib/catalogue/proposals/decide/refuse-proposal';
import { proposalList } from '@/lib/catalogue/proposals/queries';
import type { Proposed } from '@/lib/catalogue/proposals/words';
import { writtenProposal } from '@/lib/catalogue/proposals/written-proposal';
import { searchCatalogue } from '@/lib/catalogue/search/queries';
import { deleteSource } from '@/lib/catalogue/sources/delete-source';
import { withdrawSource } from '@/lib/catalogue/sources/withdraw-source';
import { usesOfUnit } from '@/lib/catalogue/units/desk/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { atOnce } from '@/lib/testing/at-once';
import { firstOffice, inventedFigures, secondOffice, someone } from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
await inventedFigures(database, { units: 2, items: 1 });
await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
  basis, frequency, responsible_zh, responsible_en, sort_order) values ('SPARE', 'INV', '备用指标', 'Spare', '', '%', '%', 1, 'rate',
  'higher', 'current', 'yearly', '演示部门', 'Demonstration department', 300000)`;
await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
  values ('SPARE', '备用来源', '演示数据', '', '', 'reported', 9002), ('GONE', '撤回的来源', '演示数据', '', '', 'reported', 9003)`;
await sql`update source set withdrawn_reason = '有误' where code = 'GONE'`;

const now = new Date('2031-01-05T09:00:00+08:00');
// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, who = firstOffice) =>
  perform(command, who, input, { now, database });
const note = {
  ...{ kind: 'annotation', unit: '', indicator: '演示指标1', since: '2022年3月', until: '2022-05-31' },
  ...{
    titleZh: '疫情',
    titleEn: 'Epidemic',
    textZh: '疫情期间停产。',
    textEn: '',
    awardedBy: '',
    sourceCode: '',
    locator: '',
  },
};
const honour = {
  ...{ ...note, kind: 'honour', unit: 'U1', indicator: '', since: '2023-02-06', until: '', textZh: '' },
  ...{ titleZh: '演示优秀单位', titleEn: '', awardedBy: '演示市', sourceCode: 'INV', locator: '第3页' },
};
const visitor = anonymousPrincipal();

async function waiting(asked: Promise<unknown>): Promise<{ id: string; version: number }> {
  const { proposal } = (await asked) as Extract<Proposed, { state: 'waiting' }>;
  return { id: proposal, version: 1 };
}
const confirmed = async (asked: Promise<unknown>) => give(confirmProposal, await waiting(asked), secondOffice);
async function recorded(input: object): Promise<{ id: string; version: number }> {
  await confirmed(give(recordAnnotation, input));
  const [row] = await sql`select id, version from annotation order by ctid desc limit 1`;
  return { id: row?.id, version: row?.version };
}
const { kind: _, ...typedNote } = note;
const shown = () => chartNotes(visitor, { indicators: ['M1'], units: ['U1'] });

beforeEach(async () => {
  await sql`delete from annotation`;
  await sql`delete from proposal`;
});

describe('a note', () => {
  test('is on no page until somebody else confirms it, and then on the charts of its indicator alone', async () => {
    const asked = await waiting(give(recordAnnotation, note));
    expect(await shown()).toEqual([]);
    expect(await refusalOf(give(confirmProposal, asked))).toBe('forbidden proposals.refused.own');
    await give(confirmProposal, asked, secondOffice);
    expect(await shown()).toMatchObject([
      { ...{ titleZh: '疫情', titleEn: 'Epidemic', textEn: '疫情期间停产。', unit: null }, indicator: { code: 'M1' } },
    ]);
    expect(await shown()).toMatchObject([
      { since: '2022-M03', until: '2022-05-31', startsOn: '2022-03-01', endsOn: '2022-05-31' },
    ]);
    expect(await chartNotes(visitor, { indicators: ['SPARE'], units: [] })).toEqual([]);
  });

  test('without a unit and an indicator is on every chart, and one of another unit on none', async () => {
    await recorded({ ...note, indicator: '' });
    await recorded({ ...note, titleZh: '停产检修', unit: '演示2区' });
    expect((await shown()).map(({ titleZh }) => titleZh)).toEqual(['疫情']);
  });

  test('that is refused or not yet decided stays unseen, and is told in words to who decides', async () => {
    const asked = await waiting(give(recordAnnotation, { ...note, unit: '演示1区' }));
    const { lines, names } = await proposalList(secondOffice, { isDecided: false, page: 1 });
    expect(writtenProposal(lines[0] as never, names, 'zh-CN')).toEqual([
      '登记注释“疫情”，2022年3月至2022年5月31日，演示1区的“演示指标1”。',
      '英文名称：Epidemic',
      '说明：疫情期间停产。',
    ]);
    expect(await waitingNotes(secondOffice)).toBe(1);
    expect(await waitingNotes(visitor)).toBe(0);
    await give(refuseProposal, { ...asked, reason: '日期有误' }, secondOffice);
    expect(await shown()).toEqual([]);
  });

  test('is corrected and withdrawn with a reason by two people, and what it said stays', async () => {
    const held = await recorded(note);
    const corrected = { ...typedNote, ...held, textZh: '疫情期间部分停产。', reason: '写明部分' };
    const asked = await waiting(give(correctAnnotation, corrected));
    expect(await shown()).toMatchObject([{ textZh: '疫情期间停产。' }]);
    expect(await refusalOf(give(withdrawAnnotation, { ...held, reason: '重复' }))).toBe(
      'conflict annotations.refused.waiting',
    );
    await give(confirmProposal, asked, secondOffice);
    expect(await shown()).toMatchObject([{ textZh: '疫情期间部分停产。', version: 2 }]);
    expect(await refusalOf(give(correctAnnotation, corrected))).toBe('conflict annotations.refused.moved');
    await confirmed(give(withdrawAnnotation, { id: held.id, version: 2, reason: '另有一条' }));
    expect(await shown()).toEqual([]);
    expect(await annotationOf(visitor, held.id)).toMatchObject({ withdrawnReason: '另有一条', version: 3 });
    const steps = await annotationSteps(firstOffice, held.id);
    expect(steps.map(({ step, reason }) => [step, reason])).toEqual([
      ['withdraw', '另有一条'],
      ['correct', '写明部分'],
      ['record', ''],
    ]);
    expect(steps.find(({ step }) => step === 'correct')?.was).toMatchObject({ textZh: '疫情期间停产。' });
    expect((await annotationSteps(visitor, held.id)).map(({ by }) => by)).toEqual([null, null, null]);
    expect(await refusalOf(give(correctAnnotation, { ...corrected, version: 3 }))).toBe(
      'conflict annotations.refused.withdrawn',
    );
  });

  test('that another has corrected since a page showed it is not changed', async () => {
    const held = await recorded(note);
    await sql`update annotation set version = 2`;
    expect(await refusalOf(give(withdrawAnnotation, { ...held, reason: '重复' }))).toMatch(
      /annotations.refused.moved$/,
    );
    expect(await refusalOf(give(correctAnnotation, { ...typedNote, ...held, reason: '更正' }))).toMatch(
      /annotations.refused.moved$/,
    );
  });

  test('is not recorded twice, nor corrected into itself', async () => {
    const held = await recorded(note);
    expect(await refusalOf(give(recordAnnotation, note))).toBe('conflict annotations.refused.same');
    const same = { ...typedNote, ...held, reason: '没有变化' };
    expect(await refusalOf(give(correctAnnotation, same))).toBe('invalid annotations.refused.unchanged');
  });

  test('is refused with all its faults at once, each with its field', async () => {
    const wrong = {
      ...{ ...note, unit: '无此区', since: '某时', until: '2022', titleZh: '一二三四五六七八九十一二三', textZh: '' },
      ...{ awardedBy: '演示市', sourceCode: 'GONE' },
    };
    const fields = async (input: object) => {
      try {
        await give(recordAnnotation, input);
      } catch (error) {
        return (error as { faults: { field: string; key: string }[] }).faults.map(
          ({ field, key }) => `${field} ${key.replace('annotations.refused.', '')}`,
        );
      }
    };
    expect(await fields(wrong)).toEqual([
      'unit noName',
      'since noMoment',
      'titleZh wordLong',
      'textZh noSentence',
      'awardedBy notAwarded',
      'sourceCode withdrawnSource',
    ]);
    expect(await fields({ ...honour, unit: '', indicator: 'M1', sourceCode: '' })).toEqual([
      'unit noUnit',
      'indicator noIndicator',
      'sourceCode noSource',
      'locator locatorAlone',
    ]);
    expect(await fields({ ...note, since: '', titleZh: '', textZh: '' })).toEqual([
      'since inputMissing',
      'titleZh inputMissing',
      'textZh noSentence',
    ]);
    expect(await fields({ ...note, until: '2021' })).toEqual(['until endsBefore']);
    expect(await fields({ ...note, unit: '演示', indicator: '没有的' })).toContain('indicator noName');
  });

  test('keeps hostile text as it was typed', async () => {
    const hostile = { ...note, titleZh: '<b>=1+1', textZh: `'); drop table annotation; -- {x} <script>` };
    await recorded(hostile);
    expect(await shown()).toMatchObject([{ titleZh: hostile.titleZh, textZh: hostile.textZh }]);
    const found = await annotationList(visitor, { q: '%_{<B>', withdrawn: false }, 1);
    expect(found.total).toBe(0);
    expect((await annotationList(visitor, { q: '<B>', withdrawn: false }, 1)).total).toBe(1);
  });

  test.each(accountRoles.filter((role) => role !== 'assessmentOffice'))('is not recorded by %s', async (role) => {
    expect(await refusalOf(give(recordAnnotation, note, someone('x', role)))).toBe('forbidden command');
    expect(await refusalOf(give(correctAnnotation, {}, someone('x', role)))).toBe('forbidden command');
    expect(await refusalOf(give(withdrawAnnotation, {}, someone('x', role)))).toBe('forbidden command');
  });
});

describe('an honour', () => {
  test('is listed with its unit, newest first, and found by its name', async () => {
    await recorded(honour);
    await recorded({ ...honour, since: '2024', titleZh: '演示先进单位', kind: 'event', awardedBy: '' });
    const { rows, total } = await unitHonours(visitor, 'U1', 1);
    expect([total, rows.map(({ titleZh }) => titleZh)]).toEqual([2, ['演示先进单位', '演示优秀单位']]);
    expect(await shown()).toEqual([]);
    expect(await searchCatalogue(visitor, '优秀单位', 5)).toMatchObject([
      { kind: 'annotation', nameZh: '演示优秀单位' },
    ]);
    const reader: Principal = { ...someone('reader', 'reporter'), units: ['U2'] };
    expect((await unitHonours(reader, 'U1', 1)).total).toBe(0);
    expect(await annotationOf(reader, rows[0]?.id ?? '')).toBeNull();
    expect((await searchCatalogue(reader, '优秀单位', 5)).filter(({ kind }) => kind === 'annotation')).toEqual([]);
  });

  test('says that its document was withdrawn, and a withdrawn document is not cited anew', async () => {
    const { id } = await recorded({ ...honour, sourceCode: 'SPARE' });
    const asked = await waiting(give(recordAnnotation, { ...honour, sourceCode: 'SPARE', since: '2024' }));
    expect(await notesCiting(visitor, 'SPARE')).toHaveLength(1);
    await give(withdrawSource, { code: 'SPARE', version: 1, reason: '发布单位收回' });
    expect(await annotationOf(visitor, id)).toMatchObject({ source: { withdrawnReason: '发布单位收回' } });
    expect(await refusalOf(give(confirmProposal, asked, secondOffice))).toBe(
      'conflict annotations.refused.withdrawnSource',
    );
    // What cites it already may still be corrected, and another document that was withdrawn is not cited instead.
    const { kind: _kind, ...typed } = {
      ...honour,
      sourceCode: 'SPARE',
      locator: '第4页',
      id,
      version: 1,
      reason: '页码。',
    };
    await confirmed(give(correctAnnotation, typed));
    expect(await annotationOf(visitor, id)).toMatchObject({ locator: '第4页', source: { code: 'SPARE' } });
    expect(await refusalOf(give(correctAnnotation, { ...typed, version: 2, sourceCode: 'GONE' }))).toBe(
      'invalid annotations.refused.withdrawnSource',
    );
    await sql`update source set withdrawn_reason = null, version = 1 where code = 'SPARE'`;
  });
});

test('a unit, an indicator and a document that a note names, waiting or not, are not deleted', async () => {
  const asked = await waiting(give(recordAnnotation, { ...note, indicator: 'SPARE', unit: 'U2', sourceCode: 'SPARE' }));
  const indicator = () => refusalOf(give(deleteIndicator, { code: 'SPARE', version: 1 }));
  const source = () => refusalOf(give(deleteSource, { code: 'SPARE', version: 1 }));
  expect([await indicator(), await source()]).toEqual([
    'conflict catalogue.refused.used',
    'conflict documents.refused.used',
  ]);
  expect(await usesOfUnit(database, 'U2')).toContainEqual({ what: 'proposals', count: 1 });
  await give(confirmProposal, asked, secondOffice);
  expect([await indicator(), await source()]).toEqual([
    'conflict catalogue.refused.used',
    'conflict documents.refused.used',
  ]);
  expect(await usesOfUnit(database, 'U2')).toContainEqual({ what: 'annotations', count: 1 });
});

test('of notes that say the same one is shown, also when they are confirmed at once, and none is corrected into another', async () => {
  const asked = [];
  for (let at = 0; at < 4; at += 1) asked.push(await waiting(give(recordAnnotation, note)));
  const answers = await atOnce(
    sql,
    asked.map((one) => () => refusalOf(give(confirmProposal, one, secondOffice))),
  );
  expect(answers.toSorted()).toEqual([...Array(3).fill('conflict annotations.refused.same'), null]);
  const { id, version } = await recorded({ ...note, titleZh: '另一次' });
  const typed = { ...typedNote, id, version, reason: '改名。' };
  expect(await refusalOf(give(correctAnnotation, typed))).toBe('conflict annotations.refused.same');
  await confirmed(give(correctAnnotation, { ...typed, titleZh: '又一次' }));
  expect(new Set((await shown()).map(({ titleZh }) => titleZh))).toEqual(new Set(['疫情', '又一次']));
});

test('marks that turn the direction of writing do not reach a chart, where they would turn the words after them', async () => {
  await confirmed(give(recordAnnotation, { ...note, titleZh: '\u202e疫情\u2067', textZh: '停产\u202b。\u200f' }));
  expect(await shown()).toMatchObject([{ titleZh: '疫情', textZh: '停产。' }]);
  const empty = give(recordAnnotation, { ...note, titleZh: '\u202e\u202c' });
  expect(await empty.catch(({ faults }) => faults)).toMatchObject([{ field: 'titleZh', key: 'inputMissing' }]);
});
