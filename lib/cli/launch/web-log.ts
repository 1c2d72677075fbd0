import { closeSync, fchmodSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '@/db/embedded/failure';
import { withoutSecrets } from '@/lib/redaction';

/** Receives the lines of the web process, one at a time and without their ends. */
export type Sink = (line: string) => void;

const largest = 10_000_000;
const kept = 5;

/**
 * The log of the web process: `log/web.log` in the data folder, readable by its owner alone. A full file becomes
 * `web.log.1`, an older one gets the next number, and the last is deleted.
 */
export function webLog(folder: string, { size = largest } = {}): Sink {
  const logs = join(folder, 'log');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const file = join(logs, 'web.log');
  let { fd, written } = openLog(file);
  return (line) => {
    if (written >= size) {
      closeSync(fd);
      for (let age = kept - 1; age >= 0; age -= 1) moveFile(age === 0 ? file : `${file}.${age}`, `${file}.${age + 1}`);
      ({ fd, written } = openLog(file));
    }
    written += writeSync(fd, `${line}\n`);
  };
}

function openLog(file: string): { fd: number; written: number } {
  const fd = openSync(file, 'a', 0o600);
  fchmodSync(fd, 0o600);
  return { fd, written: fstatSync(fd).size };
}

function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/**
 * Cuts the output of a process into lines for a sink. A line that is no log entry, such as the last words of a crash,
 * becomes an entry of this level.
 */
export function linesTo(sink: Sink, level: 'info' | 'error'): (chunk: Buffer | string) => void {
  let rest = '';
  return (chunk) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.trim()) sink(line.startsWith('{"') ? line : wrapLine(line, level));
    }
  };
}

const wrapLine = (line: string, level: string) =>
  JSON.stringify({ level, time: new Date().toISOString(), msg: withoutSecrets(line) });
