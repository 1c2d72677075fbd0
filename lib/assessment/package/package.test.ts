import { beforeAll, expect, test } from 'vitest';
import { run } from '@/db/schema/assessment';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { RunPackage } from '@/lib/assessment/package/package';
import { frozenFigures, publishedPackage } from '@/lib/assessment/package/queries';
import { recomputeRun } from '@/lib/assessment/runs/recompute';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { tidyLine } from '@/lib/publishing/csv/tidy-csv';
import { checkSettings } from '@/lib/testing/accounts';
import { firstOffice, inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
const visitor = anonymousPrincipal();
const shut = anonymousPrincipal({ publicReading: false });

async function figuresOf(id: string, principal = visitor) {
  const rows = [];
  for await (const stretch of frozenFigures(principal, id)) rows.push(...stretch);
  return rows;
}

beforeAll(async () => {
  await inventedFigures(database, { units: 25 });
  await storedScheme(database, inventedDocument());
});

test('the package of a published run gives its fingerprint', async () => {
  await sql`insert into adjustment (id, org_unit_code, scheme_code, period_code, kind, node, rule, points, article, reason,
      evidence, incident, state, recorded_by, recorded_at, updated_by, updated_at)
    values ('e1', 'U7', 'S', '2025', 'deduction', 'economy', '', 0.1, '', '迟报', '通报', '', 'confirmed', 'a', now(), 'b', now())`;
  const id = await inventedRun(database);
  const found = await publishedPackage(visitor, id);
  const read = RunPackage.parse(JSON.parse(JSON.stringify(found?.package)));
  // Values as in the file: with as many decimals as printed.
  const figures = (await figuresOf(id)).map((row) => {
    const [indicator = '', unit = '', period = '', value = ''] = tidyLine(row).split(',');
    return { indicator, unit, period, value, qualifier: row.qualifier };
  });
  expect(figures).toHaveLength(100);
  const { scheme: document, fingerprintForm, ...terms } = read;
  const again = recomputeRun({
    ...{ document, scheme: Scheme.parse(document), inputs: { ...terms, figures }, run: { fingerprintForm } },
  });
  const [stored] = await database.select({ sha256: run.sha256 }).from(run);
  expect(again.sha256).toBe(stored?.sha256);
});

test('a superseded run keeps its package; an unpublished run and a principal who may read nothing get none', async () => {
  const [first, second] = [await inventedRun(database), await inventedRun(database)];
  expect((await publishedPackage(visitor, first))?.nameZh).toBe('演示考核方案');
  expect(await publishedPackage(shut, second)).toBeNull();
  expect(await figuresOf(second, shut)).toEqual([]);
  for (const state of ['trial', 'approved'] as const) {
    const id = await inventedRun(database, { state });
    expect([await publishedPackage(firstOffice, id), await figuresOf(id, firstOffice)]).toEqual([null, []]);
  }
  expect(await publishedPackage(visitor, 'none')).toBeNull();
});
