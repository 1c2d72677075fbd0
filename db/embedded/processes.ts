import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from './failure';

/** Whether a process of this number runs. One that belongs to somebody else counts. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When the process of this number began, in ticks since boot; empty where the system does not say. Tells a process from
 * a later one that was given the same number.
 */
export function birthOf(pid: number): string {
  return statOf(pid)[19] ?? '';
}

/** The process that a process belongs to; 0 where the system does not say. */
export function parentOf(pid: number): number {
  return Number(statOf(pid)[1] ?? 0);
}

/** What Linux says of a process, after its name: state, parent, … */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** The command line of a process, its words apart by spaces; empty when it is gone or the system does not say. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  if (process.platform === 'win32') return '';
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone, which is what a signal is sent for.
  }
}

/** Asks again every few milliseconds until the answer is yes; false when it never was within the time. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  { within, every = 20 }: { within: number; every?: number },
): Promise<boolean> {
  const end = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  return true;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
