import { openSql } from '@/db/client';
import { expect, test } from '@/e2e/fixtures';
import { openLoadedDatabase } from '@/lib/testing/database';
import { manyFigures } from '@/lib/testing/many-figures';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

const kilo = 1024;

test('a page of a list with very many rows is short, and says how many there are', async ({ request }) => {
  const database = await openLoadedDatabase('long lists');
  const sql = openSql(database.url, { max: 1 });
  await manyFigures(sql, { units: 260, indicators: 120, months: 6 });
  await sql.end();
  const web = await startWebServer(database.url, checkedBuild);
  try {
    const html = async (path: string) => (await request.get(`${web.url}${path}`)).text();
    const rows = (text: string) => text.match(/<tr id="b-/g)?.length;

    const first = await html('/catalogue/sources/many');
    expect(first).toContain('共 187,200 条');
    expect(first).toContain('第 1 页，共 3,744 页');
    expect(rows(first)).toBe(50);
    expect(first.length).toBeLessThan(300 * kilo);
    expect(await html('/catalogue/sources/many?page=99999')).toContain('第 3,744 页，共 3,744 页');
    const found = await html('/catalogue/sources/many?figure=b-7-2020-M03-B0203#b-7-2020-M03-B0203');
    expect(found).toContain('<tr id="b-7-2020-M03-B0203"');
    expect(await html('/catalogue/sources/many?figure=b-7-2020-M03-X')).toContain('现已不引自本文件');

    const unit = await html('/catalogue/units/B0007');
    expect(unit).toContain('共 120 项指标，本页 50 项');
    expect(unit).toContain('第 1 页，共 3 页');
    expect(unit.length).toBeLessThan(700 * kilo);
    expect(await html('/catalogue/units/B0007?page=3')).toContain('演示120');
  } finally {
    await web.stop();
    await database.stop();
  }
});
