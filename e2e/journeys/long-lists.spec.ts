import { openSql } from '@/db/client';
import { expect, test } from '@/e2e/fixtures';
import { openOwnDatabase } from '@/e2e/product';
import { manyFigures } from '@/lib/testing/many-figures';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

const kilo = 1024;
/** Expects words on a page; a failure does not print the page. */
const says = (page: string, words: string) => expect(page.includes(words), words).toBe(true);

test('a page of a list with very many rows is short, and states their number', async ({ request }) => {
  const database = await openOwnDatabase('long lists');
  const sql = openSql(database.url, { max: 1 });
  await manyFigures(sql, { units: 260, indicators: 120, months: 6 });
  await sql.end();
  const web = await startWebServer(database.url, checkedBuild);
  try {
    const html = async (path: string) => (await request.get(`${web.url}${path}`)).text();
    const rows = (text: string) => text.match(/<tr id="b-/g)?.length;

    const first = await html('/catalogue/sources/many');
    says(first, '共 187,200 条');
    says(first, '第 1 页，共 3,744 页');
    expect(rows(first)).toBe(50);
    expect(first.length).toBeLessThan(300 * kilo);
    says(await html('/catalogue/sources/many?page=99999'), '第 3,744 页，共 3,744 页');
    const found = await html('/catalogue/sources/many?figure=b-7-2020-M03-B0203#b-7-2020-M03-B0203');
    says(found, '<tr id="b-7-2020-M03-B0203"');
    says(await html('/catalogue/sources/many?figure=b-7-2020-M03-X'), '现已不引自本文件');

    const unit = await html('/catalogue/units/B0007');
    says(unit, '共 120 项指标，本页 25 项');
    says(unit, '第 1 页，共 5 页');
    says(unit, '另有 5 期');
    says(unit, '/catalogue/indicators/b-1?unit=B0007#figures');
    expect(unit.length).toBeLessThan(300 * kilo);
    says(await html('/catalogue/units/B0007?page=5'), '演示120');

    const units = await html('/catalogue/units?kind=county&q=辛县');
    says(units, '共 260 个单位');
    says(units, '第 1 页，共 6 页');
    expect(units.length).toBeLessThan(200 * kilo);
    expect((await html('/catalogue/units')).length).toBeLessThan(200 * kilo);
    expect(/\d{3},\d{3}/.test(await html('/help'))).toBe(true);

    const compared = await html('/dashboards/compare');
    says(compared, '个单位，列出已选的');
    expect(compared.length).toBeLessThan(400 * kilo);
    const offered = await html('/dashboards/compare?units=320600&q=辛县25');
    says(offered, '含“辛县25”的单位 11 个');
    says(offered, 'value="B0257"');
    says(offered, 'value="320600"');

    const ranked: string[] = [];
    for (const page of [1, 2, 3, 4, 5, 6]) {
      const text = await html(`/catalogue/indicators/b-3?group=many&page=${page}&rows=all`);
      says(text, `第 ${page} 页，共 6 页`);
      const table = text.slice(text.indexOf('id="ranking"'), text.indexOf('</table>', text.indexOf('id="ranking"')));
      ranked.push(...new Set(table.match(/辛县\d+/g)));
      expect(text.length).toBeLessThan(500 * kilo);
    }
    expect(ranked.length).toBe(260);
    expect(new Set(ranked).size).toBe(260);
    says(await html('/catalogue/indicators/b-3?group=many&page=99'), '第 6 页，共 6 页');

    const indicator = await html('/catalogue/indicators/b-3?group=many');
    expect(indicator.match(/<option/g)?.length).toBeLessThan(100);
    says(indicator, '共 260 个单位，这里画 10 个');
    const looked = await html('/catalogue/indicators/b-3?group=many&q=辛县25');
    says(looked, '含“辛县25”的单位 11 个，列出 11 个');
    says(looked, 'unit=B0257#figures');
    const chosen = await html('/catalogue/indicators/b-3?group=many&unit=B0257');
    expect(chosen).toMatch(/共 260 个单位，这里画 1[01] 个/);
  } finally {
    await web.stop();
    await database.stop();
  }
});
