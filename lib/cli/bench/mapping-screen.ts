import { writeXlsx } from 'hucre/xlsx';
import type { Sql } from '@/db/client';
import { drizzleOver } from '@/db/client';
import type { Measured } from '@/lib/cli/bench/report';
import { median } from '@/lib/cli/bench/timing';
import { account, Browser, writingHeaders } from '@/lib/testing/accounts';

const size = { rows: 2000, columns: 60 } as const;
const rounds = 7;

/** The time until a sheet of 2,000 rows and 60 columns, of which every cell is read, is shown with what became of it. */
export async function mappingTimes(sql: Sql, url: string): Promise<Measured[]> {
  await sql`
    insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    select 'W' || n, 'street', '演示第' || n || '街道', 'Demo Street ' || n, '', 20000 + n, true
    from generate_series(1, ${size.rows}::int) n on conflict do nothing`;
  await sql`insert into topic (code, name_zh, name_en, sort_order) values ('INV', '演示', 'Demo', 998)
    on conflict do nothing`;
  await sql`
    insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
      basis, frequency, responsible_zh, responsible_en, sort_order)
    select 'W' || n, 'INV', '演示街道指标' || n, 'Demo of streets ' || n, '', '亿元', '100 m yuan', 2, 'amount', 'higher',
      'current', 'monthly', '演示部门', 'Demonstration department', 300000 + n
    from generate_series(1, ${size.columns}::int) n on conflict do nothing`;
  const user = await account(drizzleOver(sql), { username: 'bench.sheets', role: 'assessmentOffice', unitCode: '' });
  const browser = new Browser('10.0.3.2');
  await browser.signIn(user.username, user.password);
  const headers = { origin: url, ...(await writingHeaders(browser.caller.cookies)), accept: 'application/json' };
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await sheet())]), '演示月报.xlsx');
  const began = performance.now();
  const sent = await fetch(`${url}/api/uploads/mapping`, { method: 'POST', headers, body: form });
  if (sent.status !== 200) throw new Error(`the sheet was answered ${sent.status}: ${await sent.text()}`);
  const { location } = (await sent.json()) as { location: string };
  const uploading = performance.now() - began;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const page = await fetch(`${url}${location}`, { headers });
    const shown = await page.text();
    times.push(performance.now() - start);
    if (!shown.includes('id="row-40"')) throw new Error('the sheet is not shown');
  }
  const what = `A sheet of ${size.rows.toLocaleString('en')} × ${size.columns}`;
  return [
    { what: `${what}, shown with what became of its cells, median`, value: median(times), unit: 'ms', budget: 2000 },
    { what: `${what}, uploaded, read and proposed`, value: uploading / 1000, unit: 's', budget: 10 },
  ];
}

function sheet(): Promise<Uint8Array> {
  const heads = Array.from({ length: size.columns - 1 }, (_, at) => `演示街道指标${at + 1}`);
  const rows = Array.from({ length: size.rows - 2 }, (_, row) => [
    `演示第${row + 1}街道`,
    ...heads.map((_, at) => row + at / 100),
  ]);
  const title = ['2026年10月演示月报（单位：亿元）'];
  return writeXlsx({ sheets: [{ name: '月报', rows: [title, ['地区', ...heads], ...rows] }] });
}
