import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export type Program = {
  readonly file: string;
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Whether output is shown only after a failure. */
  readonly quiet: boolean;
};

/** A program of an installed package, started by Node itself, so that no shell and no `.bin` link is needed. */
export function program(
  packageName: string,
  name: string,
  words: readonly string[],
  { env = {}, quiet = false }: Partial<Pick<Program, 'env' | 'quiet'>> = {},
): Program {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { file: join(folder, typeof bin === 'string' ? bin : bin[name]), words, env, quiet };
}

/** Runs a program to its end; true when it succeeded. A signal to this process ends it first. */
export function runProgram({ file, words, env, quiet }: Program): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...words], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const output: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    const end = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', end).on('SIGTERM', end);
    child.on('close', (status) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      if (status !== 0 && quiet) process.stdout.write(Buffer.concat(output));
      resolve(status === 0);
    });
  });
}
