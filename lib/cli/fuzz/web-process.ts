import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';

const readIfThere = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** The process that serves the product on a port; null where the system does not tell, as outside Linux. */
export function webProcess(port: string): number | null {
  const pids = (() => {
    try {
      return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    } catch {
      return [];
    }
  })();
  const pid = pids.find((one) => {
    const words = readIfThere(`/proc/${one}/cmdline`).split('\0');
    return words.some((word) => word.endsWith('serve.mjs')) && words.includes(port) && /node/.test(words[0] ?? '');
  });
  return pid === undefined ? null : Number(pid);
}

/** The memory of a process, in MB; 0 when it is gone. */
export function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/status`)) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** The temporary files that a process holds open. */
export function temporaryFilesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`)
      .map((fd) => {
        try {
          return readlinkSync(`/proc/${pid}/fd/${fd}`);
        } catch {
          return '';
        }
      })
      .filter((file) => file.startsWith(tmpdir()) && !file.includes('/baton-'));
  } catch {
    return [];
  }
}
