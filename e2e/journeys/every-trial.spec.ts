import { randomBytes, randomUUID } from 'node:crypto';
import { db, type Sql } from '@/db/client';
import { send } from '@/e2e/actions';
import {
  forgetGroup,
  type InventedGroup,
  inventedDocument,
  inventGroup,
  inventScheme,
  storeFigures,
  year,
} from '@/e2e/assessment';
import { expect, test } from '@/e2e/fixtures';
import { askersAt, everybody, joinProduct, type Person } from '@/e2e/people';
import { ask, contentOf, transportsBy } from '@/e2e/transports';
import { perform } from '@/lib/access/command';
import { recordAdjustment } from '@/lib/assessment/ledger/record-adjustment';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { firstOffice, inventedRun } from '@/lib/testing/invented-run';

joinProduct();
test.describe.configure({ mode: 'serial' });

/** Words and a number that no other row has: in a draft, in a trial of it, in an approved run and in the ledger. */
const word = randomBytes(4).toString('hex');
const planted = {
  draft: `标记方案${word}`,
  trial: `标记试算${word}`,
  entry: `标记台账${word}`,
  approved: '61.7273',
} as const;

const groups: InventedGroup[] = [];
test.afterAll(async ({ sql }) => {
  for (const group of groups) await forgetGroup(sql, group);
});

/** Whether a person may read any of it: implemented independently of the product. */
const mayRead = ({ role }: Person) => role === 'assessmentOffice' || role === 'leader' || role === 'auditor';

async function plant(sql: Parameters<typeof inventGroup>[0]) {
  const [drawn, out] = [await inventGroup(sql), await inventGroup(sql)];
  groups.push(drawn, out);
  const now = new Date();
  await inventScheme(drawn, inventedDocument(drawn, { nameZh: planted.draft, nameEn: planted.draft }), {
    isPublished: false,
  });
  const asked = { schemeCode: drawn.code, number: 1, periodCode: year, deadlinePassed: true, note: planted.trial };
  const trial = await perform(computeRun, firstOffice, asked, { now });
  await storeFigures([{ indicator: out.indicators.output.code, unit: out.units.jia.code, value: '76.21223' }]);
  await inventScheme(out, inventedDocument(out, { decimals: 4 }));
  const approved = await inventedRun(db(), { code: out.code, period: year, state: 'approved' });
  const entry = await perform(
    recordAdjustment,
    firstOffice,
    {
      ...{ schemeCode: out.code, periodCode: year, unitCode: out.units.jia.code, kind: 'bonus', node: '', rule: '' },
      ...{ points: '1', article: planted.entry, reason: planted.entry, evidence: planted.entry, incident: '' },
      ...{ happenedOn: '', state: 'proposed' },
    },
    { now },
  );
  return { drawn, out, trial, approved, entry };
}

test('drafts, trials and the ledger are read by the office, the leaders and the auditor alone', async ({
  product,
  sql,
}) => {
  test.setTimeout(240_000);
  const people = await everybody();
  const { drawn, out, trial, approved, entry } = await plant(sql);
  const runs = [
    [trial, drawn],
    [approved, out],
  ] as const;
  const paths = [
    '/workbench',
    '/assessment/schemes',
    `/assessment/schemes/${drawn.code}`,
    `/assessment/schemes/${drawn.code}?version=1`,
    `/assessment/schemes/${drawn.code}/edit`,
    `/assessment/schemes/${drawn.code}/compare`,
    '/assessment/schemes/new',
    '/assessment/runs',
    `/assessment/runs/new?scheme=${drawn.code}`,
    '/assessment/ledger',
    // Other tests write entries too: those of this scheme are few.
    `/assessment/ledger?scheme=${out.code}`,
    `/assessment/ledger?open=${entry}`,
    `/assessment/ledger/new?scheme=${out.code}`,
    '/assessment/rankings',
    `/assessment/rankings?scheme=${drawn.code}&period=${year}`,
    ...runs.flatMap(([id, { units }]) => [
      `/assessment/runs/${id}`,
      `/assessment/rankings?run=${id}&open=${units.jia.code}`,
      `/assessment/rankings/heat?run=${id}`,
      `/assessment/rankings/course?run=${id}`,
      `/assessment/rankings/places?run=${id}&unit=${units.jia.code}`,
      `/assessment/explanation/${id}/${units.jia.code}`,
      `/assessment/explanation/${id}/${units.jia.code}/output`,
      `/assessment/sensitivity/what-if?run=${id}`,
      `/assessment/sensitivity/robustness?run=${id}`,
      `/assessment/sensitivity/weights?run=${id}`,
      `/api/downloads/ranking?run=${id}&format=csv`,
      `/api/downloads/run/${id}`,
      `/api/downloads/run/${id}?part=figures`,
    ]),
    `/api/downloads/scheme/${drawn.code}?version=1&format=json`,
    `/catalogue/units/${out.units.jia.code}`,
    '/',
    `/search?q=${word}`,
    `/api/search?q=${word}`,
    '/access/audit',
    '/api/downloads/audit?format=csv',
  ];
  const seen: Record<string, Set<string>> = {};
  const faults: string[] = [];
  let asked = 0;
  for (const [row, path] of paths.entries()) {
    await forgiveDownloads(sql);
    for (const [column, person] of askersAt(row, people).entries()) {
      for (const transport of transportsBy(row + column, 'RSC')) {
        const answer = await ask(`${product}${path}`, person, transport);
        asked += 1;
        const where = `${path} for ${person.name} as ${transport.name}: ${answer.status}`;
        if (answer.status >= 500) faults.push(where);
        // Some answers repeat the address itself.
        const body = answer.body.replaceAll(/q=[0-9a-f]+/g, '');
        for (const [kind, text] of Object.entries(planted)) {
          if (!body.includes(text)) continue;
          seen[kind] ??= new Set();
          seen[kind].add(person.role);
          if (!mayRead(person)) faults.push(`${where} leaks the ${kind}`);
        }
      }
    }
  }
  console.log(`${asked} answers`);
  expect(faults).toEqual([]);
  // Its permitted readers do see it; otherwise the test would prove nothing.
  for (const kind of Object.keys(planted)) {
    expect([...(seen[kind] ?? [])].sort(), kind).toEqual(['assessmentOffice', 'auditor', 'leader']);
  }
});

/** Resets the limit of downloads, which all visitors, and so all tests, share. */
async function forgiveDownloads(sql: Sql): Promise<void> {
  await sql`delete from throttle where bucket like 'download:%'`;
}

test('a draft or a trial looks like an unknown one to readers without permission', async ({ product, sql }) => {
  test.setTimeout(400_000);
  const { drawn, trial, entry } = await plant(sql);
  const unit = drawn.units.jia.code;
  const rooms: readonly (readonly [there: string, at: (guess: string) => string])[] = [
    [drawn.code, (code) => `/assessment/schemes/${code}`],
    [drawn.code, (code) => `/assessment/schemes/${code}/compare`],
    [drawn.code, (code) => `/api/downloads/scheme/${code}?version=1`],
    [trial, (id) => `/assessment/rankings?run=${id}`],
    [trial, (id) => `/assessment/explanation/${id}/${unit}`],
    [trial, (id) => `/assessment/explanation/${id}/${unit}/output`],
    [trial, (id) => `/assessment/runs/${id}`],
    [trial, (id) => `/api/downloads/ranking?run=${id}&format=csv`],
    [trial, (id) => `/api/downloads/run/${id}`],
    [entry, (id) => `/assessment/ledger?open=${id}`],
  ];
  for (const person of (await everybody()).filter((one) => !mayRead(one))) {
    await forgiveDownloads(sql);
    for (const [there, at] of rooms) {
      const ask = (id: string) => send(`${product}${at(id)}`, { headers: { cookie: person.cookies } });
      const [real, guess] = [await ask(there), await ask(randomUUID())];
      const where = `${at(there)} for ${person.name}`;
      expect([307, 403, 404], where).toContain(real.status);
      expect(guess.status, where).toBe(real.status);
      if (real.status !== 307) expect(contentOf(guess.body), where).toBe(contentOf(real.body));
    }
  }
});
