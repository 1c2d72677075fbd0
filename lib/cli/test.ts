import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { program, runProgram } from '@/lib/testing/program';
import { checkedBuild, embeddedSettings } from '@/lib/testing/web-server';

// `npm test`: style, types, rules, build and browser, one after another until one fails. `npm test -- FILE…` runs
// single test files, `npm run check` all that needs no database and no build, `npm run test:deep` everything with its
// large counts.
const words = process.argv.slice(2);
const files = words.filter((word) => !word.startsWith('--'));
// All started programs read this variable (lib/testing/many.ts).
if (words.includes('--deep')) process.env.BATON_DEEP = '1';

/** The checks build the product into a folder of their own, so that a running one keeps its build. */
const build = { BATON_DIST: checkedBuild, NEXT_TELEMETRY_DISABLED: '1' };

const reports = mkdtempSync(join(tmpdir(), 'baton-checks-'));
const vitestReport = join(reports, 'vitest.json');
const browserReport = join(reports, 'browser.json');

type Counts = { passed: number; failed: number };
/** The seconds that the tests of each file took. */
type Durations = readonly (readonly [file: string, seconds: number])[];
type Step = {
  name: string;
  run: () => Promise<boolean>;
  counts?: () => Counts;
  durations?: () => Durations;
  help?: string;
};

const quietly = (...given: Parameters<typeof program>) =>
  runProgram(program(given[0], given[1], given[2], { quiet: true, env: build }));
const toVitest = (...given: string[]) =>
  runProgram(
    program('vitest', 'vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
      ...given,
    ]),
  );
const toBrowser = (...given: string[]) =>
  runProgram(
    program('@playwright/test', 'playwright', ['test', '--reporter=dot,json', ...given], {
      env: { ...build, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    }),
  );

const style = {
  name: 'Style',
  run: () => quietly('@biomejs/biome', 'biome', ['ci', '--error-on-warnings', '--colors=off']),
  help: ' `npm run format` mends most of it.',
};
const types = {
  name: 'Types',
  run: async () =>
    (await quietly('next', 'next', ['typegen'])) &&
    quietly('typescript', 'tsc', ['--project', 'tsconfig.check.json', '--incremental', '--tsBuildInfoFile', info]),
};
const info = join('node_modules', '.cache', 'checked.tsbuildinfo');
const pure = { name: 'Pure rules', run: () => toVitest('--project', 'pure'), counts: vitestCounts };
const rules = {
  name: 'Rules, queries and data',
  run: () => toVitest(),
  counts: vitestCounts,
  durations: vitestDurations,
};
const built = {
  name: 'Production build',
  run: async () => {
    await buildWhenNeeded(embeddedSettings(''), AbortSignal.timeout(600_000), checkedBuild);
    return true;
  },
};
const browser = { name: 'Browser', run: () => toBrowser(), counts: browserCounts, durations: browserDurations };

function stepsFor(): readonly Step[] {
  if (words.includes('--pure')) return [style, types, pure];
  if (files.length === 0) return [style, types, rules, built, browser];
  const isJourney = (file: string) => /(^|\/)e2e\/|\.spec\.ts$/.test(file);
  const journeys = files.filter(isJourney);
  const others = files.filter((file) => !isJourney(file));
  return [
    ...(others.length > 0 ? [{ ...rules, run: () => toVitest(...others) }] : []),
    ...(journeys.length > 0 ? [{ ...browser, run: () => toBrowser(...journeys) }] : []),
  ];
}

function vitestCounts(): Counts {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(vitestReport, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
}

function browserCounts(): Counts {
  const { stats, errors } = JSON.parse(readFileSync(browserReport, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

function vitestDurations(): Durations {
  const { testResults } = JSON.parse(readFileSync(vitestReport, 'utf8')) as {
    testResults: readonly { name: string; startTime: number; endTime: number }[];
  };
  return testResults.map(({ name, startTime, endTime }) => [relative('.', name), (endTime - startTime) / 1000]);
}

type Suite = {
  readonly suites?: readonly Suite[];
  readonly specs: readonly { tests: readonly { results: readonly { duration: number }[] }[] }[];
};

function browserDurations(): Durations {
  const { suites } = JSON.parse(readFileSync(browserReport, 'utf8')) as {
    suites: readonly (Suite & { file: string })[];
  };
  const ofSuite = ({ suites: inner = [], specs }: Suite): number =>
    inner.reduce((sum, one) => sum + ofSuite(one), 0) +
    specs
      .flatMap(({ tests }) => tests.flatMap(({ results }) => results))
      .reduce((sum, { duration }) => sum + duration / 1000, 0);
  return suites.map((suite) => [suite.file, ofSuite(suite)]);
}

/** The files of a step that took longest, in a line. */
function slowestOf(step: Step): string {
  try {
    const slowest = [...(step.durations?.() ?? [])].sort(([, a], [, b]) => b - a).slice(0, mostSlow);
    return slowest.map(([file, took]) => `${file} ${took.toFixed(0)} s`).join(' · ');
  } catch {
    return '';
  }
}
const mostSlow = 10;

/** The counts of a step; a failed step without counts is one failure. */
function countsOf(step: Step, succeeded: boolean): Counts {
  const none = { passed: 0, failed: 0 };
  let counted: Counts = none;
  try {
    counted = step.counts?.() ?? none;
  } catch {
    // Without a report, the program ended before its tests did.
  }
  return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function runAll(): Promise<Counts> {
  const sum = { passed: 0, failed: 0 };
  for (const step of stepsFor()) {
    const start = performance.now();
    const succeeded = await step.run().catch((error: unknown) => {
      process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
      return false;
    });
    const counts = countsOf(step, succeeded);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    process.stdout.write(`${succeeded ? '✓' : '✗'} ${step.name} (${seconds(start)})\n`);
    const slowest = slowestOf(step);
    if (slowest !== '') process.stdout.write(`  slowest: ${slowest}\n`);
    if (!succeeded) {
      process.stdout.write(`Stopped: “${step.name}” failed; its output is above.${step.help ?? ''}\n`);
      break;
    }
  }
  return sum;
}

const start = performance.now();
const sum = await runAll();
rmSync(reports, { recursive: true, force: true });
const more =
  ' · npm run test:deep adds 10,000 schemes, 60 kills, 2,000 damaged files, 1,000 attempts, every role in every state and transport, every hostile text on every page, and six widths';
process.stdout.write(`All in ${seconds(start)}\n`);
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${words.length === 0 ? more : ''}\n`);
process.exitCode = sum.failed > 0 ? 1 : 0;
