import type { Guard } from '@/lib/cli/mutants/guard';
import { guards } from '@/lib/cli/mutants/guards';
import { runTests } from '@/lib/cli/mutants/run-tests';
import { type TreeCopy, treeCopy } from '@/lib/cli/mutants/tree-copy';

// `npm run mutants [-- WORD…]`: breaks each guard once, in a copy of the project, and checks that a test of `npm test`
// fails; words select the guards of a file, a test, a requirement or a command. `-- --list` prints the guards. Exits
// with 1 when a mutant survives or cannot be made.
const words = process.argv.slice(2).filter((word) => word !== '--list');
const searchedWords = ({ of, keeps, file, tests }: Guard) => [...of, keeps, file, ...tests];
const isAsked = (guard: Guard) => words.some((word) => searchedWords(guard).some((one) => one.includes(word)));
const asked = words.length === 0 ? guards : guards.filter(isAsked);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function list(): void {
  say('| for | keeps | file | tests |\n| --- | --- | --- | --- |');
  for (const { of, keeps, file, tests } of asked) say(`| ${of.join(' ')} | ${keeps} | ${file} | ${tests.join(' ')} |`);
}

/** The outcome of a guard's mutant, and whether it is as expected. */
type Outcome = { readonly isKilled: boolean; readonly told: string };

async function brokenOnce(copy: TreeCopy, guard: Guard): Promise<Outcome> {
  const { failed, succeeded, output } = await copy.broken(guard, () => runTests(copy.folder, guard.tests));
  const [first] = failed;
  if (first !== undefined) return { isKilled: true, told: `killed by “${first}”` };
  return { isKilled: false, told: succeeded ? 'SURVIVED' : `NOT RUN: ${output.slice(-600)}` };
}

/** Checks that tests pass before the mutant: a test that fails anyway kills nothing. */
async function passUnbroken(copy: TreeCopy, tests: readonly string[]): Promise<boolean> {
  const { failed, succeeded, output } = await runTests(copy.folder, tests);
  if (!succeeded)
    say(`✗ ${tests.join(' ')} fails though nothing is broken: ${failed.join('; ') || output.slice(-600)}`);
  return succeeded;
}

async function breakAll(): Promise<boolean> {
  const copy = treeCopy();
  const passed = new Map<string, boolean>();
  let survivors = 0;
  let isEnding = false;
  const end = () => {
    isEnding = true;
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    for (const guard of asked) {
      const began = performance.now();
      const tests = guard.tests.join(' ');
      if (!passed.has(tests)) passed.set(tests, await passUnbroken(copy, guard.tests));
      const { isKilled, told } = passed.get(tests)
        ? await brokenOnce(copy, guard)
        : { isKilled: false, told: 'NOT WATCHED' };
      if (isEnding) return false;
      if (!isKilled) survivors += 1;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(`${isKilled ? '✓' : '✗'} ${guard.keeps} (${guard.file}) → ${tests} → ${told} (${seconds} s)`);
    }
  } finally {
    copy.remove();
  }
  say(`${asked.length} guards broken, ${survivors} survived`);
  return survivors === 0;
}

if (process.argv.includes('--list')) list();
else process.exitCode = (await breakAll()) ? 0 : 1;
