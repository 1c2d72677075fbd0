import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '@/lib/cli/launch/settings';

/** A browser's measurements of a page: times in milliseconds, scripts in gzipped bytes. */
export type Seen = {
  /** First contentful paint of the page, and of the same HTML served as a file. */
  readonly paint: number;
  readonly staticPaint: number;
  readonly scriptsBeforeCharts: number;
  readonly scriptsWithCharts: number;
  readonly layoutShift: number;
};

/** Measures a page of the product served from `build` with a browser, in a process of its own. */
export async function seenByBrowser(address: string, build: string): Promise<Seen> {
  const program = join(root, 'e2e', 'bench', 'measure.ts');
  const words = ['--import', 'tsx', program, address, join(root, build)];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root, maxBuffer: 1e7 });
  return JSON.parse(stdout) as Seen;
}
