import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { findFigures, searchCatalogue } from '@/lib/catalogue/search/queries';
import { loadDataset } from '@/lib/cli/load-dataset';

const { database, sql } = await testDatabase();
await loadDataset(database);
const search = async (words: string) =>
  (await searchCatalogue(anonymousPrincipal(), words, 8)).map((one) => `${one.kind} ${one.code}`);

test('an indicator is found by its name, its initials, its English name and its code', async () => {
  for (const words of ['地区生产总值', 'dqsczz', 'gross domestic', 'gdp']) {
    expect((await search(words))[0], words).toBe('indicator GDP');
  }
});

test('an alias finds its indicator or unit first', async () => {
  expect((await search('社零'))[0]).toBe('indicator RETAIL');
  expect((await search('昆山经开区'))[0]).toBe('unit ETDZ-KS');
});

test('a unit and a source are found, the closest match first', async () => {
  expect(await search('南通市')).toContain('unit 320600');
  expect((await search('ntkfq')).filter((one) => one.startsWith('unit'))[0]).toBe('unit 320671');
  expect(await search('新安全格局')).toEqual(['source SEED2']);
});

test('names are found in full width, with spaces and with other brackets', async () => {
  for (const words of ['ＧＤＰ', '地区 生产总值', '地区生产 总值']) {
    expect((await search(words))[0], words).toBe('indicator GDP');
  }
});

test('a scheme is found by its name, a draft only by who may read drafts', async () => {
  const peers = await sql`select code from peer_group limit 1`;
  const group = peers[0]?.code;
  await sql`insert into scheme (code, name_zh, name_en, kind, peer_group_code, is_demonstration, created_by, created_at)
    values ('PARK', '园区综合考核', 'Assessment of parks', 'special', ${group}, true, 't', now())`;
  const document = { nameZh: '园区综合考核', nameEn: 'Assessment of parks' };
  await sql`insert into scheme_version (scheme_code, number, state, document, edited_by, edited_at)
    values ('PARK', 1, 'draft', ${JSON.stringify(document)}::jsonb, 't', now())`;
  const office = { ...anonymousPrincipal(), role: 'assessmentOffice' as const };
  const found = async (principal: typeof office | ReturnType<typeof anonymousPrincipal>, words: string) =>
    (await searchCatalogue(principal, words, 8)).map(({ kind, code }) => `${kind} ${code}`);
  expect(await found(office, '园区综合')).toEqual(['scheme PARK']);
  expect(await found(office, 'assessment of parks')).toEqual(['scheme PARK']);
  expect(await found(anonymousPrincipal(), '园区综合')).toEqual([]);
});

test('wild cards are ordinary characters, and an empty query finds nothing', async () => {
  expect(await search('%%')).toEqual([]);
  expect(await search('__')).toEqual([]);
  expect(await search("'; drop table source; --")).toEqual([]);
  expect(await search('   ')).toEqual([]);
});

test('each kind has at most the requested number of matches', async () => {
  expect((await searchCatalogue(anonymousPrincipal(), '开发区', 3)).filter((one) => one.kind === 'unit')).toHaveLength(
    3,
  );
});

test('a unit and an indicator together lead to the unit’s figures, in either order and by initials', async () => {
  const found = async (words: string) =>
    (await findFigures(anonymousPrincipal(), words, 8)).map(({ unit, indicator }) => `${unit.code} ${indicator.code}`);
  expect(await found('南通市 年末常住人口')).toContain('320600 POP');
  expect(await found('年末常住人口 南通市')).toContain('320600 POP');
  expect(await found('nts nmczrk')).toContain('320600 POP');
  expect((await found('320600 POP'))[0]).toBe('320600 POP');
  expect((await found('ｐｏｐ　３２０６００'))[0]).toBe('320600 POP');
  expect(await found('南通市 %')).toEqual([]);
  expect(await found('年末常住人口')).toEqual([]);
  expect(await findFigures(anonymousPrincipal({ publicReading: false }), '南通市 人口', 8)).toEqual([]);
});

test('a unit and an indicator together are found by short names and aliases, and without a space', async () => {
  const found = async (words: string) =>
    (await findFigures(anonymousPrincipal(), words, 8)).map(({ unit, indicator }) => `${unit.code} ${indicator.code}`);
  expect(await found('南通市年末常住人口')).toEqual(await found('南通市 年末常住人口'));
  expect(await found('南通年末常住人口')).toContain('320600 POP');
  expect(await found('江苏省南通市 年末常住人口')).toContain('320600 POP');
  expect(await found('南通市 社零')).toContain('320600 RETAIL');
  expect(await found('南通市社零')).toContain('320600 RETAIL');
  // The longest name counts: the figures of the district, not those of the city.
  const district = await found('南通市崇川区年末常住人口');
  expect(district.filter((one) => one.startsWith('320600'))).toEqual([]);
  for (const words of ['南通市', '南通', '崇川区', '320600', '年末常住人口'])
    expect(await found(words), words).toEqual([]);
  expect(await findFigures(anonymousPrincipal({ publicReading: false }), '南通市年末常住人口', 8)).toEqual([]);
});

test('the figure of a unit names the group in which the unit is ranked', async () => {
  const [found] = await findFigures(anonymousPrincipal(), '苏州市 地区生产总值', 1);
  expect(found).toMatchObject({ unit: { code: '320500' }, indicator: { code: 'GDP' }, group: 'JS_CITIES' });
  const figures = await findFigures(anonymousPrincipal(), '南通市 地区生产总值', 50);
  for (const { unit, indicator, group } of figures.filter((one) => one.group !== null)) {
    const [counted] = await sql`select count(*)::int as members from peer_group_member
      where peer_group_code = ${group} and org_unit_code = ${unit.code}`;
    expect(counted?.members, `${unit.code} ${indicator.code}`).toBeGreaterThan(0);
  }
  // A unit that no group ranks has none.
  expect((await findFigures(anonymousPrincipal(), '全国 地区生产总值', 1))[0]?.group ?? null).toBeNull();
});

test('a responsible department is found by its name', async () => {
  expect(await search('统计部门')).toContain('department 统计部门');
});
