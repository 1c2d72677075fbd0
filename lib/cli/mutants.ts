import type { Guard } from '@/lib/cli/mutants/guard';
import { guards } from '@/lib/cli/mutants/guards';
import { runTests } from '@/lib/cli/mutants/run-tests';
import { treeCopy } from '@/lib/cli/mutants/tree-copy';

// `npm run mutants [-- WORD…]`: breaks each guard once, in a copy of the project, and sees whether a test of `npm test`
// fails; a word narrows it to the guards of a file, a test, a requirement or a command. `-- --list` prints the guards.
// It ends with 1 when a mutant survives or cannot be made.
const words = process.argv.slice(2).filter((word) => word !== '--list');
const said = ({ of, keeps, file, tests }: Guard) => [...of, keeps, file, ...tests];
const asked = guards.filter((guard) => words.every((word) => said(guard).some((one) => one.includes(word))));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function list(): void {
  say('| for | keeps | file | tests |\n| --- | --- | --- | --- |');
  for (const { of, keeps, file, tests } of asked) say(`| ${of.join(' ')} | ${keeps} | ${file} | ${tests.join(' ')} |`);
}

async function breakAll(): Promise<number> {
  const copy = treeCopy();
  let survivors = 0;
  // A signal ends the tests under way, and then us.
  let isEnding = false;
  const end = () => {
    isEnding = true;
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const whole = await runTests(copy.folder, [...new Set(asked.flatMap(({ tests }) => tests))], { all: true });
    if (!whole.succeeded) {
      say(`✗ the tests fail though nothing is broken: ${whole.failed.join('; ') || whole.output}`);
      return 1;
    }
    for (const guard of asked) {
      if (isEnding) return 1;
      const began = performance.now();
      const { failed, succeeded, output } = await copy.broken(guard, () => runTests(copy.folder, guard.tests));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const [first] = failed;
      const isKilled = first !== undefined;
      if (!isKilled) survivors += 1;
      const outcome = isKilled ? `killed by “${first}”` : succeeded ? 'SURVIVED' : `NOT RUN ${output.slice(-400)}`;
      say(
        `${isKilled ? '✓' : '✗'} ${guard.of.join(' ')} · ${guard.keeps} (${guard.file}) → ${guard.tests.join(' ')} → ${outcome} (${seconds} s)`,
      );
    }
  } finally {
    copy.remove();
  }
  say(`${asked.length} guards broken, ${survivors} survived`);
  return survivors > 0 ? 1 : 0;
}

if (process.argv.includes('--list')) list();
else process.exitCode = await breakAll();
