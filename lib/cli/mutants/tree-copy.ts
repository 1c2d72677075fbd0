import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '@/lib/cli/launch/settings';
import type { Guard } from './guard';
import { occurrences } from './guards';

const left = /^(\.git|node_modules|test-results|playwright-report|\.baton|\.browser|\.next.*)$/;

export type TreeCopy = ReturnType<typeof treeCopy>;

/** A copy of the project with the same installed packages, in which guards may be broken. */
export function treeCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-mutants-'));
  cpSync(root, folder, { recursive: true, filter: (path) => path === root || !left.test(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    /** Breaks a guard during `work`. Throws when its text is not in its file exactly once. */
    async broken<Result>(guard: Guard, work: () => Promise<Result>): Promise<Result> {
      const file = join(folder, guard.file);
      const source = readFileSync(file, 'utf8');
      const found = occurrences(source, guard);
      if (found !== 1) throw new Error(`found ${found} times in ${guard.file}: ${guard.text}`);
      writeFileSync(
        file,
        source.replace(guard.text, () => guard.mutant),
      );
      try {
        return await work();
      } finally {
        writeFileSync(file, source);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
