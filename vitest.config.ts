import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const tests = ['app', 'db', 'lib'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
);
/** A test that needs more than its own process: a database, another program, a thread, a socket. */
const needsMore =
  /db\/testing'|\.\/testing'|db\/embedded|node:(child_process|http|net|worker_threads)|parse-apart|run-apart|upload\/|gate\.mjs/;
/** A test that changes what the files after it would see: a module, a variable of the process, the clock. */
const changesProcess =
  /vi\.(mock|doMock|resetModules|stubEnv|stubGlobal|useFakeTimers|setSystemTime)|process\.env|globalThis/;
const has = (pattern: RegExp) => (file: string) => pattern.test(readFileSync(`${root}/${file}`, 'utf8'));
const pure = tests.filter((file) => !has(needsMore)(file));
const others = tests.filter(has(needsMore));
const database = { globalSetup: ['db/testing-server.ts'], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      // Files share their modules: nothing in them changes what another one sees.
      project('pure', { include: pure, isolate: false }),
      project('database', {
        ...database,
        include: others.filter((file) => !has(changesProcess)(file)),
        isolate: false,
      }),
      project('apart', { ...database, include: others.filter(has(changesProcess)) }),
    ],
  },
});

function project(name: string, test: object) {
  return {
    resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }] },
    test: { name, setupFiles: ['vitest.setup.ts'], testTimeout: 20_000, ...test },
  };
}
