import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished, type Program, program } from '@/lib/testing/program';
import { checkedBuild } from '@/lib/testing/web-server';

/** The checks build the product into a folder of their own, so that a running one keeps its build. */
const build = { BATON_DIST: checkedBuild, NEXT_TELEMETRY_DISABLED: '1' };

const reports = mkdtempSync(join(tmpdir(), 'baton-checks-'));
const vitestReport = join(reports, 'vitest.json');
const browserReport = join(reports, 'browser.json');

type Counts = { passed: number; failed: number };
type Step = { name: string; run: Program; counts?: () => Counts };

const steps: readonly Step[] = [
  {
    name: 'Style',
    run: program('@biomejs/biome', 'biome', ['ci', '--error-on-warnings', '--colors=off'], { quiet: true }),
  },
  { name: 'Route types', run: program('next', 'next', ['typegen'], { quiet: true, env: build }) },
  { name: 'Types', run: program('typescript', 'tsc', ['--project', 'tsconfig.check.json'], { quiet: true }) },
  {
    name: 'Rules, queries and data',
    run: program('vitest', 'vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ]),
    counts: vitestCounts,
  },
  { name: 'Production build', run: program('next', 'next', ['build'], { quiet: true, env: build }) },
  {
    name: 'Browser',
    run: program('@playwright/test', 'playwright', ['test', '--reporter=dot,json'], {
      env: { ...build, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    }),
    counts: browserCounts,
  },
];

function vitestCounts(): Counts {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(vitestReport, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
}

function browserCounts(): Counts {
  const { stats, errors } = JSON.parse(readFileSync(browserReport, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** The counts of a step; a step that counts nothing, or ended before it could, is one failure when it failed. */
function countsOf(step: Step, succeeded: boolean): Counts {
  const none = { passed: 0, failed: 0 };
  let counted: Counts = none;
  try {
    counted = step.counts?.() ?? none;
  } catch {
    // No report: the program ended before its tests did.
  }
  return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function runAll(): Promise<Counts> {
  const sum = { passed: 0, failed: 0 };
  for (const step of steps) {
    const start = performance.now();
    const succeeded = await finished(step.run);
    const counts = countsOf(step, succeeded);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    process.stdout.write(`${succeeded ? '✓' : '✗'} ${step.name} (${seconds(start)})\n`);
    if (!succeeded) {
      process.stdout.write(`Stopped: “${step.name}” failed; its output is above.\n`);
      break;
    }
  }
  return sum;
}

const start = performance.now();
const sum = await runAll();
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`All in ${seconds(start)}\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed > 0 ? 1 : 0;
