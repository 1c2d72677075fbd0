import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fontSettings } from '@/e2e/browser/fonts';

/** A Chromium that renders text on this machine, and the environment that it needs. */
export type Browser = {
  readonly source: string;
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
  readonly version: string;
};

export type Found = { readonly browser: Browser } | { readonly fault: string };

/** Tries one program; `fault` states in one line why it is unfit. */
export function tryBrowser(source: string, executablePath: string, env: Record<string, string> = {}): Found {
  if (!existsSync(executablePath)) return { fault: `${executablePath} is not there` };
  const settings = { ...fontSettings(), ...env };
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'render.ts'), executablePath], {
    env: { ...process.env, ...settings, NODE_OPTIONS: '' },
    encoding: 'utf8',
    timeout: 40_000,
  });
  const version = /^rendered (\S+)/m.exec(run.stdout ?? '')?.[1];
  if (version) return { browser: { source, executablePath, env: settings, version } };
  return { fault: `${executablePath}: ${run.error?.message ?? tellingLine(run.stderr) ?? `exit ${run.status}`}` };
}

function tellingLine(output: string): string | undefined {
  return output
    .split('\n')
    .find((line) => /error while|cannot|ENOENT|EACCES|FATAL/.test(line))
    ?.trim();
}
