import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { systemPrincipal } from '@/lib/access/principal';
import { packageArchive } from '@/lib/assessment/package/package-archive';
import { frozenFigures, publishedPackage } from '@/lib/assessment/package/queries';
import { playDemonstration } from '@/lib/cli/demonstration/play';
import { loadDataset } from '@/lib/cli/load-dataset';
import { tidyHead, tidyLine } from '@/lib/publishing/csv/tidy-csv';
import { checkSettings } from '@/lib/testing/accounts';
import { bundleProgram } from '@/lib/testing/bundle';

checkSettings();
const { sql, database } = await testDatabase();
await loadDataset(database);
await playDemonstration(database, new Date('2026-11-25T04:00:00Z'));
const folder = mkdtempSync(join(tmpdir(), 'baton-assess-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bundle = join(folder, 'assess.mjs');
await bundleProgram('lib/cli/assess.ts', bundle);
/** Runs the command in the folder, without a database. */
const runAssess = (...words: string[]) => runNode(bundle, ...words);
async function runNode(...words: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, INIT_CWD: folder, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  return promisify(execFile)(process.execPath, words, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: error.stdout + error.stderr,
    }),
  );
}
const file = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
const files = ['--scheme', 'scheme.json', '--data', 'figures.csv', '--out', 'result.json'];
const result = () => JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));

const anybody = systemPrincipal('check');
async function takePackage(id: string) {
  const found = await publishedPackage(anybody, id);
  if (!found) throw new Error(`no published run ${id}`);
  const lines: string[] = [];
  for await (const rows of frozenFigures(anybody, id)) lines.push(...rows.map(tidyLine));
  return { ...found, figures: tidyHead + lines.join('') };
}
const runs = await sql<
  { id: string; scheme_code: string; period_code: string; sha256: string }[]
>`select id, scheme_code, period_code, sha256 from run where state = 'published' order by 2, 3`;

const economy = runs.find((run) => run.scheme_code === 'EXAMPLE-ECONOMY')?.id ?? '';

test.each(runs.map((run) => ({ ...run, named: `${run.scheme_code} ${run.period_code}` })))(
  '$named can be recomputed from public files, to the same fingerprint',
  async (run) => {
    const { package: terms, figures } = await takePackage(run.id);
    file('scheme.json', terms);
    file('figures.csv', figures);
    const { code, said } = await runAssess(...files);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining(run.sha256) });
    const stored = await sql`select org_unit_code, total, shown, rank, grade from run_score where run_id = ${run.id}
      order by position`;
    const shown = result().units.map((unit: Record<string, unknown>) => [unit.unit, unit.total, unit.rank, unit.grade]);
    expect(shown).toEqual(stored.map((row) => [row.org_unit_code, row.total, row.rank, row.grade]));
    expect(result().sha256).toBe(run.sha256);
    expect(said).toContain('与核算包所载的校验码一致');
  },
  60_000,
);

test('one archive is all that is needed, and another fingerprint than the expected one is refused', async () => {
  const { package: terms, figures } = await takePackage(economy);
  writeFileSync(join(folder, 'package.zip'), packageArchive(JSON.stringify(terms), figures));
  const whole = ['--package', 'package.zip', '--out', 'result.json'];
  const launched = await runNode(join(process.cwd(), 'lib', 'cli', 'run.mjs'), 'assess', ...whole);
  expect(launched).toMatchObject({ code: 0, said: expect.stringContaining(`${terms.sha256}`) });
  const other = 'a'.repeat(64);
  expect(await runAssess(...whole, '--expect', other)).toMatchObject({ code: 1, said: expect.stringContaining(other) });
  writeFileSync(join(folder, 'package.zip'), packageArchive(JSON.stringify({ ...terms, sha256: other }), figures));
  expect(await runAssess(...whole)).toMatchObject({ code: 1, said: expect.stringContaining('校验码与') });
  writeFileSync(join(folder, 'package.zip'), 'PK');
  expect(await runAssess(...whole)).toMatchObject({ code: 1, said: expect.stringContaining('不是核算包') });
}, 60_000);

test('a scheme alone is computed for a period in the arguments', async () => {
  const { package: terms, figures } = await takePackage(economy);
  file('scheme.json', terms.scheme);
  file('figures.csv', figures);
  expect(await runAssess(...files)).toMatchObject({ code: 1, said: expect.stringMatching(/period.*--period 2024/) });
  expect(await runAssess(...files, '--period', '2022')).toMatchObject({ code: 0 });
  expect(result().units).toHaveLength(13);
  expect(await runAssess(...files, '--period', '1999')).toMatchObject({
    code: 1,
    said: expect.stringContaining('没有单位有得分'),
  });
}, 60_000);

test('a faulty field is named by its path, a cell by its row and column, in both languages', async () => {
  const { package: terms, figures } = await takePackage(economy);
  const wrong = structuredClone(terms) as typeof terms & { scheme: { root: { parts: { weight: unknown }[] } } };
  const [part] = wrong.scheme.root.parts;
  if (part) part.weight = 'thirty';
  file('scheme.json', wrong);
  file('figures.csv', figures);
  const refused = await runAssess(...files);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('scheme.root.parts[0].weight');
  expect(refused.said).toMatch(/应为数字.*number/);
  file('scheme.json', { ...terms, units: [{ code: 7 }] });
  expect((await runAssess(...files)).said).toMatch(/units\[0\]\.code {2}.*[\u4e00-\u9fff].* · .*string/);
  file('scheme.json', '{"format": 1,');
  expect((await runAssess(...files)).said).toMatch(/is no JSON[\s\S]*不是有效的 JSON/);
  file('scheme.json', terms);
  file('figures.csv', figures.replace(/,(\d+\.?\d*),exact/, ',abc,exact'));
  const cell = await runAssess(...files);
  expect(cell.code).toBe(1);
  expect(cell.said).toMatch(/2:value “abc” {2}不是数字/);
  expect((await runAssess(...files.slice(2))).said).toMatch(/^✗ Usage/);
  expect((await runAssess('--scheme', 'none.json', ...files.slice(2))).said).toMatch(/cannot be read \(ENOENT\)/);
}, 120_000);
