import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './failure';
import { birthOf, isRunning } from './processes';

/** The holder of a lock. `address` is where the holder's server can be reached, once it serves. */
export type Holder = { pid: number; birth: string; purpose: string; address: string; state: 'running' | 'ending' };

export type Lock = {
  /** Tells other processes where the holder can be reached. */
  announce(address: string): void;
  /** Tells other processes that the lock will soon be free. */
  ending(): void;
  release(): void;
};

/**
 * Takes a lock among processes that survives kill -9; returns the holder when the lock is taken. Each attempt creates
 * the file of the next number (`start.lock.7`), which only one process can create; the highest number counts, and a
 * lower one is removed only by the creator of a higher one. So a dead holder is replaced, and never do two processes
 * hold the lock at once.
 */
export function takeLock(folder: string, name: string, purpose: string): Lock | Holder {
  for (;;) {
    const last = lastTaking(folder, name);
    if (last > 0) {
      const holder = readHolder(fileOf(folder, name, last));
      if (holder === 'gone') continue;
      if (holder && isHeld(holder)) return holder;
    }
    const mine: Holder = { pid: process.pid, birth: birthOf(process.pid), purpose, address: '', state: 'running' };
    const file = fileOf(folder, name, last + 1);
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      throw error;
    }
    if (lastTaking(folder, name) !== last + 1) {
      rmSync(file, { force: true });
      continue;
    }
    for (const taking of takings(folder, name)) {
      if (taking <= last) rmSync(fileOf(folder, name, taking), { force: true });
    }
    return lockOver(file, mine);
  }
}

/** The present holder of the lock, or null. */
export function holderOf(folder: string, name: string): Holder | null {
  const last = lastTaking(folder, name);
  const holder = last > 0 ? readHolder(fileOf(folder, name, last)) : null;
  return holder && holder !== 'gone' && isHeld(holder) ? holder : null;
}

export function isLock(taken: Lock | Holder): taken is Lock {
  return 'release' in taken;
}

function lockOver(file: string, mine: Holder): Lock {
  const rewrite = (holder: Holder) => {
    writeFileSync(`${file}.next`, JSON.stringify(holder));
    renameSync(`${file}.next`, file);
  };
  return {
    announce: (address) => rewrite({ ...mine, address }),
    ending: () => rewrite({ ...mine, state: 'ending' }),
    // The file stays, so that numbers never start again while another process still reads an old one.
    release: () => rewrite({ ...mine, pid: 0 }),
  };
}

const fileOf = (folder: string, name: string, taking: number) => join(folder, `${name}.lock.${taking}`);

function takings(folder: string, name: string): number[] {
  const start = `${name}.lock.`;
  return readdirSync(folder)
    .filter((file) => file.startsWith(start) && /^\d+$/.test(file.slice(start.length)))
    .map((file) => Number(file.slice(start.length)));
}

const lastTaking = (folder: string, name: string) => Math.max(0, ...takings(folder, name));

/**
 * The holder that a lock file names. `gone`: the file was replaced meanwhile. Null: its creator died before writing to
 * it.
 */
function readHolder(file: string): Holder | 'gone' | null {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      const text = readFileSync(file, 'utf8');
      if (text) return JSON.parse(text);
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? 'gone' : null;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  }
  return null;
}

function isHeld(holder: Holder): boolean {
  return holder.pid > 0 && isRunning(holder.pid) && birthOf(holder.pid) === holder.birth;
}
