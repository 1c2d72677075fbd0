import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf, StartFailure } from '@/db/embedded/failure';
import { type Asked, inputsFor, readPackage } from '@/lib/assessment/package/read-package';
import { engine } from '@/lib/assessment/runs/engine';
import { fingerprintOf } from '@/lib/assessment/runs/fingerprint';
import { assess } from '@/lib/assessment/scoring/assess';
import { fileIdentity, fileRows, missingColumns } from '@/lib/cli/import/csv-file';
import { describeFinding } from '@/lib/cli/import/report';
import { endWith, written } from '@/lib/cli/launch/report';
import { fromCaller } from '@/lib/cli/launch/settings';
import { type FigureRow, figureCheck, figureColumns } from '@/lib/reporting/import/check-figures';
import type { Finding } from '@/lib/reporting/import/csv-rows';

// `npm run assess -- --scheme SCHEME.json --data FIGURES.csv --out RESULT.json [--period PERIOD]`: computes a scheme without
// a database, so that anyone can compute a published result again from its package.

/** A set that contains every code, since there is no catalogue here. */
class EveryCode extends Set<string> {
  override has(): boolean {
    return true;
  }
}

try {
  const { scheme: schemeFile, data, out, period } = readArguments();
  const request = readRequest(fromCaller(schemeFile), period ?? null);
  const inputs = inputsFor(request, await readFigures(fromCaller(data)));
  const assessment = assess(request.scheme, inputs);
  if (assessment.units.every(({ total }) => total === null)) {
    throw new StartFailure(
      `No unit has a score: ${data} has none of the figures that the scheme reads for ${request.period}.`,
      `没有单位有得分：${data} 中没有方案在 ${request.period} 所用的数据。`,
    );
  }
  const sha256 = fingerprintOf(request.document, inputs, assessment, request.fingerprintForm);
  const { units, bases, notes } = assessment;
  write(
    fromCaller(out),
    `${JSON.stringify({ sha256, engine, period: request.period, units, bases, notes }, null, 2)}\n`,
  );
  const count = units.length;
  console.log(`✓ ${written({ zh: `已核算 ${count} 个单位`, en: `${count} units computed` })}  ${out}`);
  console.log(`  sha256 ${sha256}`);
} catch (error) {
  endWith(error);
}

function readArguments() {
  const usage = new StartFailure(
    'Usage: npm run assess -- --scheme SCHEME.json --data FIGURES.csv --out RESULT.json [--period PERIOD]',
    '用法：npm run assess -- --scheme 方案.json --data 数据.csv --out 结果.json [--period 报告期]',
  );
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { scheme: option, data: option, out: option, period: option } });
    const { scheme, data, out, period } = values;
    if (!scheme || !data || !out) throw usage;
    return { scheme, data, out, period };
  } catch {
    throw usage;
  }
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

/** Writes a temporary file and renames it when it is complete. */
function write(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new StartFailure(`${path} cannot be written (${codeOf(error)}).`, `无法写入 ${path}（${codeOf(error)}）。`);
  }
}
