import { commandLineOf, parentOf } from '@/db/embedded/processes';
import { isUnderNpm } from './settings';

/**
 * A signal that aborts when the process is asked to end: by an operating system signal, or because npm, its starter, is
 * gone and nobody could end it any more. A second request after a moment ends the process at once.
 */
export function endingSignal(): AbortSignal {
  const ending = new AbortController();
  let asked = 0;
  const ask = () => {
    // npm forwards the Ctrl-C that the terminal has already sent to every process.
    if (asked > 0 && performance.now() - asked > 1000) process.exit(130);
    asked ||= performance.now();
    ending.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask);
  if (isUnderNpm()) abortWithParent(ending);
  return ending.signal;
}

function abortWithParent(ending: AbortController): void {
  // npm runs a script through a shell, which outlives it; some shells replace themselves by the program.
  const throughShell = commandLineOf(process.ppid).includes('run.mjs');
  const caller = () => (throughShell ? parentOf(process.ppid) : process.ppid);
  const npm = caller();
  const timer = setInterval(() => {
    if (caller() === npm) return;
    clearInterval(timer);
    ending.abort();
  }, 200);
  timer.unref();
}
