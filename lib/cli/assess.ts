import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf, StartFailure } from '@/db/embedded/failure';
import { packageFiles, packageNames } from '@/lib/assessment/package/package-archive';
import { type Asked, inputsFor, readPackage } from '@/lib/assessment/package/read-package';
import { engine } from '@/lib/assessment/runs/engine';
import { fingerprintOf } from '@/lib/assessment/runs/fingerprint';
import { assess } from '@/lib/assessment/scoring/assess';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { fileIdentity, fileRows, missingColumns } from '@/lib/cli/import/csv-file';
import { describeFinding } from '@/lib/cli/import/report';
import { endWith, written } from '@/lib/cli/launch/report';
import { fromCaller } from '@/lib/cli/launch/settings';
import { writeWhole } from '@/lib/cli/whole-file';
import { type FigureRow, figureCheck, figureColumns } from '@/lib/reporting/import/check-figures';
import type { Finding } from '@/lib/reporting/import/csv-rows';

// `npm run assess -- --scheme SCHEME.json --data FIGURES.csv --out RESULT.json [--period PERIOD]
// [--expect SHA256]`, or `--package PACKAGE.zip` in place of the two files: computes a scheme without
// a database, so that anyone can compute a published result again from its package.

/** A set that contains every code, since there is no catalogue here. */
class EveryCode extends Set<string> {
  override has(): boolean {
    return true;
  }
}

try {
  const { out, period, expect, ...given } = readArguments();
  const { scheme: schemeFile, data } = given.package
    ? await unpacked(fromCaller(given.package))
    : { scheme: fromCaller(given.scheme), data: fromCaller(given.data) };
  const request = readRequest(schemeFile, period === undefined ? null : (readPeriod(period) ?? period));
  const inputs = inputsFor(request, await readFigures(data));
  const assessment = assess(request.scheme, inputs);
  if (assessment.units.every(({ total }) => total === null)) {
    throw new StartFailure(
      `No unit has a score: ${data} has none of the figures that the scheme reads for ${request.period}.`,
      `没有单位有得分：${data} 中没有方案在 ${request.period} 所用的数据。`,
    );
  }
  const sha256 = fingerprintOf(request.document, inputs, assessment, request.fingerprintForm);
  const { units, bases, notes } = assessment;
  const result = JSON.stringify({ sha256, engine, period: request.period, units, bases, notes }, null, 2);
  await writeWhole(fromCaller(out), (partial) => writeFile(partial, `${result}\n`));
  const count = units.length;
  console.log(`✓ ${written({ zh: `已核算 ${count} 个单位`, en: `${count} units computed` })}  ${out}`);
  console.log(`  sha256 ${sha256}`);
  compare(sha256, expect ?? request.sha256, request.engine);
} catch (error) {
  endWith(error);
}

function readArguments() {
  const usage = new StartFailure(
    'Usage: npm run assess -- (--package PACKAGE.zip | --scheme SCHEME.json --data FIGURES.csv) --out RESULT.json [--period PERIOD] [--expect SHA256]',
    '用法：npm run assess -- （--package 核算包.zip 或 --scheme 方案.json --data 数据.csv）--out 结果.json [--period 报告期] [--expect 校验码]',
  );
  const option = { type: 'string' } as const;
  try {
    const options = { package: option, scheme: option, data: option, out: option, period: option, expect: option };
    const { scheme = '', data = '', out, period, expect, ...values } = parseArgs({ options }).values;
    const isWhole = values.package ? !scheme && !data : scheme && data;
    if (!isWhole || !out || (expect !== undefined && !/^[0-9a-f]{64}$/.test(expect))) throw usage;
    return { package: values.package, scheme, data, out, period, expect };
  } catch {
    throw usage;
  }
}

/** Compares the fingerprint with the one that the caller, or the package, says. Refuses another one. */
function compare(sha256: string, expected: string | null, by: number | null): void {
  if (expected === null) return;
  if (sha256 === expected) {
    console.log(`✓ ${written({ zh: '与核算包所载的校验码一致', en: 'the fingerprint is the expected one' })}`);
    return;
  }
  const zh = by !== null && by !== engine ? `（该结果由第 ${by} 版算法核算，本程序为第 ${engine} 版）` : '';
  const en = by !== null && by !== engine ? ` (it was computed by engine ${by}, this is engine ${engine})` : '';
  throw new StartFailure(`The fingerprint is not the expected ${expected}${en}.`, `校验码与 ${expected} 不一致${zh}。`);
}

/** Unpacks the two files of a package into a folder that ends with the process. */
async function unpacked(path: string): Promise<{ scheme: string; data: string }> {
  const bytes = readOrFail(path, () => readFileSync(path));
  const folder = mkdtempSync(join(tmpdir(), 'baton-package-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files = await packageFiles(bytes).catch(() => {
    throw new StartFailure(`${path} is no package of a run.`, `${path} 不是核算包。`);
  });
  writeFileSync(join(folder, packageNames.terms), files.terms);
  writeFileSync(join(folder, packageNames.figures), files.figures);
  return { scheme: join(folder, packageNames.terms), data: join(folder, packageNames.figures) };
}

function readRequest(path: string, period: string | null): Asked {
  const request = readPackage(parseFile(path), period);
  if (!('length' in request)) return request;
  for (const { path: field, zh, en } of request.slice(0, 50))
    console.error(`  ${field || '/'}  ${written({ zh, en })}`);
  const count = request.length;
  throw new StartFailure(
    `${basename(path)} is no scheme and no package of a run: ${count} ${count === 1 ? 'field needs' : 'fields need'} mending.`,
    `${basename(path)} 不是方案，也不是核算的导出文件：有 ${count} 处需要改。`,
  );
}

function parseFile(path: string): unknown {
  const text = readOrFail(path, () => readFileSync(path, 'utf8'));
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new StartFailure(`${path} is no JSON: ${why}.`, `${path} 不是有效的 JSON：${why}。`);
  }
}

/** Reads a file of figures with the checks of an import, except those of codes. */
async function readFigures(path: string): Promise<FigureRow[]> {
  const { encoding } = await fileIdentity(path).catch((error: unknown) => readOrFail(path, () => raise(error)));
  const findings = await missingColumns(path, encoding, figureColumns);
  const rows: FigureRow[] = [];
  if (findings.length === 0) {
    const every = new EveryCode();
    const codes = { indicators: every, units: every, sources: every, peerGroups: every };
    const check = figureCheck(basename(path), codes, findings);
    for await (const cells of fileRows(path, encoding, figureColumns)) {
      const row = check(cells);
      if (row) rows.push(row);
    }
  }
  refuse(findings);
  return rows;
}

function refuse(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  for (const finding of findings.slice(0, 50)) console.error(describeFinding(finding));
  const count = findings.length;
  throw new StartFailure(
    `Nothing was computed: ${count} ${count === 1 ? 'cell needs' : 'cells need'} mending.`,
    `有 ${count} 处需要改，没有核算。`,
  );
}

function raise(error: unknown): never {
  throw error;
}

function readOrFail<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new StartFailure(`${path} cannot be read (${codeOf(error)}).`, `无法读取 ${path}（${codeOf(error)}）。`);
  }
}
