import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from '@/db/client';
import { send } from '@/e2e/actions';
import { expect, test } from '@/e2e/fixtures';
import { askersAt, everybody, joinProduct, type Person } from '@/e2e/people';
import { forgetReturns, type InventedReturns, insiders, inventReturns } from '@/e2e/returns';
import { ask, contentOf, transportsBy } from '@/e2e/transports';
import { writingHeaders } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';

joinProduct();
test.describe.configure({ mode: 'serial' });

type Reader = Person & { isNear?: boolean };

/** The contents planted in the own unit's return: words and a number of each kind that no other row has. */
const word = randomBytes(4).toString('hex');
const planted = {
  draft: { words: `标记草稿${word}`, number: '31415926' },
  submitted: { words: `标记报送${word}`, number: '27182818' },
  evidence: { words: `标记附件${word}`, number: '' },
  upload: { words: `标记上传${word}`, number: '16180339' },
};
type Kind = keyof typeof planted;

const plantedPattern = ({ words, number }: (typeof planted)[Kind]) =>
  new RegExp(number ? `${words}|${number.replace(/\B(?=(\d{3})+$)/g, ',?')}` : words);

/** Whether a reader may see it at the address: implemented independently of the product. */
function mayRead(kind: Kind, { role, isNear }: Reader, path: string): boolean {
  // The history of a submitted figure is for those who may follow it, and the office reads what every unit submitted; an
  // unsubmitted figure has no other readers.
  const follows = role === 'assessmentOffice' || role === 'auditor';
  const isReturn = path.startsWith('/reporting/review/') && role === 'assessmentOffice';
  if (kind === 'submitted' && follows) return isReturn || path.startsWith('/reporting/revisions/');
  if (kind === 'evidence' && role === 'assessmentOffice') return true;
  if (!isNear) return false;
  if (role === 'reporter') return true;
  if (kind === 'draft') return role === 'unitReviewer' && path.startsWith('/api/downloads/template/');
  return kind === 'submitted' || kind === 'evidence';
}

async function plant(product: string, sql: Sql, one: InventedReturns, reporter: Reader) {
  const { collectionId, units, indicators, period } = one;
  const put = (indicator: string, { words, number }: (typeof planted)[Kind], more: object) =>
    sql`update submission_value set ${sql({ typed: number, value: number, note: words, ...more })}
      where collection_id = ${collectionId} and org_unit_code = ${units.own} and indicator_code = ${indicator}`;
  const attachment = randomUUID();
  const content = Buffer.from(`%PDF-1.7 ${planted.evidence.words}`);
  await sql`insert into attachment ${sql({
    id: attachment,
    sha256: word,
    file_name: '演示凭证.pdf',
    media_type: 'application/pdf',
    size: content.length,
    content,
    collection_id: collectionId,
    org_unit_code: units.own,
    uploaded_by: 'check',
    uploaded_at: new Date(),
  })}`;
  await put(indicators.ours, planted.submitted, { awaits: 'departmentReviewer', evidence_id: attachment });
  await put(indicators.theirs, planted.draft, { state: 'draft', awaits: null, round: 0 });
  await sql`insert into review_event (org_unit_code, collection_id, step, kind, indicator_code, period_code, value, decimals,
      qualifier, qualifier_printed, absence, reason, actor, actor_role, at)
    select org_unit_code, collection_id, 1, 'submitted', indicator_code, period_code, value, 0, 'exact', '', 'none', '',
      'check', 'reporter', now() from submission_value
    where collection_id = ${collectionId} and org_unit_code = ${units.own} and indicator_code = ${indicators.ours}`;
  const form = new FormData();
  const { words, number } = planted.upload;
  const list = `指标代码,报告期代码,本期数,备注\r\n${indicators.theirs},${period},${number}x,${words}\r\n`;
  form.set('collection', collectionId);
  form.set('file', new Blob([list]), '演示上传.csv');
  const headers = { origin: product, ...(await writingHeaders(reporter.cookies)), accept: 'application/json' };
  const staged = await fetch(`${product}/api/uploads/figures`, { method: 'POST', body: form, headers });
  const { location = '' } = (await staged.json()) as { location?: string };
  return { attachment, upload: location.split('/').at(-1) ?? '' };
}

test('unapproved figures are read by those alone who work on them, on every page and in every file', async ({
  product,
  sql,
}) => {
  test.setTimeout(240_000);
  const one = await inventReturns(sql);
  const near = await insiders(one);
  const people: readonly Reader[] = [...(await everybody()), ...near];
  const reporter = near.find(({ role, isNear }) => role === 'reporter' && isNear);
  if (!reporter) throw new Error('nobody reports');
  const { attachment, upload } = await plant(product, sql, one, reporter);
  const { collectionId: id, units, indicators, period } = one;
  const paths = [
    `/reporting/entry/${id}`,
    `/reporting/entry/${id}/submit`,
    `/reporting/entry/${id}/print`,
    `/reporting/import/${upload}`,
    `/reporting/import?collection=${id}`,
    '/reporting/tasks',
    '/reporting/review',
    `/reporting/review/${id}/${units.own}?figure=${indicators.ours}+${period}`,
    `/reporting/review/${id}/${units.own}?figure=${indicators.theirs}+${period}`,
    '/reporting/collections',
    `/reporting/collections/${id}`,
    `/reporting/collections/${id}/edit`,
    `/reporting/rules/UNIT-SLIP?try=1&collection=${id}`,
    '/reporting/revisions?since=2020-01-01T00:00',
    `/reporting/revisions/${indicators.ours}/${units.own}/${period}`,
    `/reporting/revisions/${indicators.theirs}/${units.own}/${period}`,
    '/workbench',
    `/catalogue/indicators/${indicators.ours}`,
    `/catalogue/indicators/${indicators.theirs}`,
    `/catalogue/units/${units.own}`,
    `/search?q=${word}`,
    `/api/search?q=${word}`,
    '/access/audit',
    `/api/downloads/attachment/${attachment}`,
    `/api/downloads/upload/${upload}`,
    `/api/downloads/template/${id}?format=csv`,
    `/api/downloads/collection/${id}?format=csv`,
    `/api/downloads/indicator/${indicators.ours}?format=csv`,
    `/api/downloads/figures?indicator=${indicators.ours}`,
    '/api/downloads/audit?format=csv',
  ];
  const seen = Object.fromEntries(Object.keys(planted).map((kind) => [kind, new Set<string>()]));
  const faults: string[] = [];
  let asked = 0;
  for (const [row, path] of paths.entries()) {
    for (const [column, person] of askersAt(row, people).entries()) {
      for (const transport of transportsBy(row + column, 'RSC')) {
        const answer = await ask(`${product}${path}`, person, transport);
        asked += 1;
        const where = `${path} for ${person.name} as ${transport.name}: ${answer.status}`;
        if (answer.status >= 500) faults.push(where);
        for (const kind of Object.keys(planted) as Kind[]) {
          if (!plantedPattern(planted[kind]).test(answer.body)) continue;
          seen[kind]?.add(`${person.role} ${person.isNear ?? ''}`.trim());
          if (!mayRead(kind, person, path)) faults.push(`${where} leaks the ${kind}`);
        }
      }
    }
  }
  console.log(`${asked} answers`);
  await sql`delete from upload where org_unit_code = ${units.own}`;
  await forgetReturns(sql, one);
  expect(faults).toEqual([]);
  // Its permitted readers do see it; otherwise the test would prove nothing.
  expect([...(seen.draft ?? [])].sort()).toEqual(['reporter true', 'unitReviewer true']);
  expect([...(seen.submitted ?? [])].sort()).toEqual([
    'assessmentOffice',
    'auditor',
    'departmentReviewer true',
    'reporter true',
    'unitReviewer true',
  ]);
  expect([...(seen.evidence ?? [])].sort()).toEqual([
    'assessmentOffice',
    'departmentReviewer true',
    'reporter true',
    'unitReviewer true',
  ]);
  expect([...(seen.upload ?? [])]).toEqual(['reporter true']);
});

test('another unit’s rows look like unknown ones', async ({ product, sql }) => {
  test.setTimeout(400_000);
  const one = await inventReturns(sql);
  const people = await insiders(one);
  const reporter = people.find(({ role, isNear }) => role === 'reporter' && isNear);
  if (!reporter) throw new Error('nobody reports');
  const { attachment, upload } = await plant(product, sql, one, reporter);
  const rooms: readonly (readonly [room: string, there: string, unit?: string])[] = [
    ['/reporting/entry', one.collectionId, '/submit'],
    ['/reporting/import', upload],
    ['/reporting/review', one.collectionId, `/${one.units.own}`],
    ['/api/downloads/attachment', attachment],
    ['/api/downloads/upload', upload],
  ];
  const strangers = [...(await everybody()), ...people.filter(({ isNear }) => !isNear)];
  for (const [room, there, end = ''] of rooms) {
    for (const person of strangers) {
      // The other unit has a return of its own in the same collection, and the office reads every return and every file.
      if (room === '/reporting/entry' && person.name === 'reporter of another') continue;
      const isOfOffice = room === '/api/downloads/attachment' || room === '/reporting/review';
      if (isOfOffice && person.role === 'assessmentOffice') continue;
      const ask = (id: string) => send(`${product}${room}/${id}${end}`, { headers: { cookie: person.cookies } });
      const real = await ask(there);
      const guesses = await Promise.all(Array.from({ length: many(4, 2) }, () => ask(randomUUID())));
      const where = `${room} for ${person.name}`;
      expect([307, 403, 404], where).toContain(real.status);
      expect([...new Set(guesses.map(({ status }) => status))], where).toEqual([real.status]);
      // A visitor is asked to sign in before any row is read.
      if (person.role !== 'visitor')
        expect(
          guesses.map(({ body }) => contentOf(body)),
          where,
        ).toContain(contentOf(real.body));
    }
  }
  await sql`delete from upload where org_unit_code = ${one.units.own}`;
  await forgetReturns(sql, one);
});
