import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Report = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
});

/** The result of test files: which tests failed, and whether they could run at all. */
export type TestsRun = { readonly failed: readonly string[]; readonly succeeded: boolean; readonly output: string };

/** Runs test files of a copy of the project, up to the first test that fails. */
export async function runTests(folder: string, files: readonly string[]): Promise<TestsRun> {
  const report = join(folder, 'mutant.json');
  rmSync(report, { force: true });
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const options = ['run', '--bail=1', '--reporter=json', `--outputFile=${report}`];
  const { status, output } = await runToEnd([vitest, ...options, ...files], folder);
  return { failed: failedIn(report), succeeded: status === 0, output };
}

function failedIn(report: string): string[] {
  try {
    const { testResults } = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName);
  } catch {
    // Without a report, the program ended before its tests did.
    return [];
  }
}

function runToEnd(words: readonly string[], cwd: string): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
    const end = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', end).on('SIGTERM', end);
    child.on('close', (status) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve({ status, output: Buffer.concat(pieces).toString() });
    });
  });
}
