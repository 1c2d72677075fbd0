import { writeXlsx } from 'hucre/xlsx';
import type { Sql } from '@/db/client';
import type { Measured } from '@/lib/cli/bench/report';
import { openCollection, type Reporter, reporters } from '@/lib/cli/bench/reporters';
import { months } from '@/lib/cli/bench/synthetic';
import { median } from '@/lib/cli/bench/timing';
import { writingHeaders } from '@/lib/testing/accounts';

const periods = months(50).map(({ code }) => code);
const indicators = 100;
const rows = periods.length * indicators;

/**
 * The time of a workbook of 5,000 figures for fifty open collections of one invented unit, sent over HTTP as by a
 * browser without scripts: from the file to the preview, and from the commit to the final page.
 */
export async function uploadTimes(sql: Sql, url: string): Promise<Measured[]> {
  const staff = await reporters(sql, 'uploader', 1);
  const [one] = staff;
  if (!one) throw new Error('nobody to upload');
  for (const period of periods) await openCollection(sql, staff, period);
  const previews: Preview[] = [];
  for (const round of [1, 2, 3]) previews.push(await previewOf(url, one, await workbook(round)));
  const last = previews.at(-1);
  if (!last) throw new Error('nothing was uploaded');
  const committing = await timeCommit(url, one, last);
  const [written] = await sql`select count(*)::int as n from submission_value where upload_id = ${last.id}`;
  if (written?.n !== rows) throw new Error(`${written?.n} figures were written`);
  return [
    {
      what: 'Excel of 5,000 rows, from upload to preview',
      value: median(previews.map(({ seconds }) => seconds)),
      unit: 's',
      budget: 3,
    },
    { what: 'The same, its commit', value: committing, unit: 's', budget: 2 },
  ];
}

function workbook(round: number): Promise<Uint8Array> {
  const figures = periods.flatMap((period, month) =>
    Array.from({ length: indicators }, (_, at) => [`D${at + 1}`, period, month + at + round / 2, 5.1, '演示数据']),
  );
  return writeXlsx({
    sheets: [{ name: '表', rows: [['指标代码', '报告期代码', '本期数', '同比', '备注'], ...figures] }],
  });
}

type Preview = { readonly id: string; readonly path: string; readonly page: string; readonly seconds: number };

async function previewOf(url: string, { cookie }: Reporter, bytes: Uint8Array): Promise<Preview> {
  const form = new FormData();
  form.set('collection', '');
  form.set('file', new Blob([new Uint8Array(bytes)]), '演示数据.xlsx');
  const began = performance.now();
  const path = await sendForm(`${url}/api/uploads/figures`, cookie, form);
  const page = await pageAt(`${url}${path}`, cookie);
  return { id: path.split('/').at(-1) ?? '', path, page, seconds: (performance.now() - began) / 1000 };
}

/** Seconds until the page after the commit has arrived. */
async function timeCommit(url: string, { cookie }: Reporter, { id, path, page }: Preview): Promise<number> {
  const form = commitForm(page, id);
  const began = performance.now();
  const next = await sendForm(`${url}${path}`, cookie, form);
  await pageAt(new URL(next, url).href, cookie);
  return (performance.now() - began) / 1000;
}

/** The fields of the first form about the upload on the page, which commits it. */
function commitForm(page: string, id: string): FormData {
  const forms = [...page.matchAll(/<form.*?<\/form>/gs)].map(([form]) => form);
  const found = forms.find((form) => form.includes(`value="${id}"`));
  if (!found) throw new Error('the preview has no form to commit');
  const fields = new FormData();
  for (const [input] of found.matchAll(/<input type="hidden"[^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    fields.set(unescapeText(of('name')), unescapeText(of('value')));
  }
  return fields;
}

const unescapeText = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** Sends a form and returns the address that it redirects to. */
async function sendForm(address: string, cookie: string, body: FormData): Promise<string> {
  const headers = { origin: new URL(address).origin, ...(await writingHeaders(cookie)) };
  const answer = await fetch(address, { method: 'POST', headers, body, redirect: 'manual' });
  const said = await answer.text();
  const location = answer.headers.get('location');
  if (answer.status !== 303 || !location)
    throw new Error(`${address} answered ${answer.status}: ${said.slice(0, 500)}`);
  return location;
}

async function pageAt(address: string, cookie: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie } });
  const page = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return page;
}
