import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const has = (pattern: RegExp) => (file: string) => pattern.test(readFileSync(`${root}/${file}`, 'utf8'));
const tests = ['app', 'db', 'lib'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
);
/** A test that needs more than its own process: a database, another program, a thread, a socket. */
const needsMore =
  /db\/testing'|\.\/testing'|@\/db\/embedded|node:(child_process|http|net|worker_threads)|parse-apart|run-apart|upload\/|gate\.mjs/;
/** A test that changes what the files after it would see: a module, a variable of the process, the clock. */
const changesProcess =
  /vi\.(mock|doMock|resetModules|stubEnv|stubGlobal|useFakeTimers|setSystemTime)|process\.env|globalThis/;
const pure = tests.filter((file) => !has(needsMore)(file));
const others = tests.filter(has(needsMore));

/** A test that measures what the hash of a password costs. */
const isTimed = /takes as long as/;
const isShared = (file: string) => !has(changesProcess)(file) && !has(isTimed)(file);
const quick = { find: '@node-rs/argon2', replacement: `${root}/lib/testing/quick-argon2.ts` };
const database = { globalSetup: ['db/testing-server.ts'], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      // Files share their modules: nothing in them changes what another one sees.
      project('pure', { include: pure, isolate: false }),
      project('database', { ...database, include: others.filter(isShared), isolate: false }, [quick]),
      project('apart', { ...database, include: others.filter((file) => !isShared(file) && !has(isTimed)(file)) }, [
        quick,
      ]),
      project('timed', { ...database, include: others.filter(has(isTimed)) }),
    ],
  },
});

function project(name: string, test: object, stand: readonly { find: string; replacement: string }[] = []) {
  return {
    resolve: { alias: [{ find: /^@\//, replacement: `${root}/` }, ...stand] },
    test: { name, setupFiles: ['vitest.setup.ts'], testTimeout: 20_000, ...test },
  };
}
