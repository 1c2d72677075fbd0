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
/** A test that changes what the files after it would see, and cannot put back: a module, a variable of the process. */
const apart = has(/vi\.(mock|doMock|resetModules)|process\.env\.\w+ = |delete process\.env|globalThis/);
const pure = tests.filter((file) => !has(needsMore)(file));
const others = tests.filter(has(needsMore));

/** A test that measures what the hash of a password, or the thread of an upload, costs. */
const isMeasured = has(/takes as long as|getActiveResourcesInfo/);
const unmeasured = others.filter((file) => !isMeasured(file));
const quick = [
  { find: '@node-rs/argon2', replacement: `${root}/lib/testing/quick-argon2.ts` },
  { find: '@/lib/reporting/upload/run-apart', replacement: `${root}/lib/testing/quick-run-apart.ts` },
];
const database = { globalSetup: ['db/testing-server.ts'], testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      // Files share their modules: nothing in them changes what another one sees.
      project('pure', { include: pure, isolate: false }, quick),
      project('database', { ...database, include: unmeasured.filter((file) => !apart(file)), isolate: false }, quick),
      project('apart', { ...database, include: unmeasured.filter(apart) }, quick),
      project('measured', { ...database, include: others.filter(isMeasured) }),
    ],
  },
});

function project(name: string, test: object, stand: readonly { find: string; replacement: string }[] = []) {
  return {
    resolve: { alias: [...stand, { find: /^@\//, replacement: `${root}/` }] },
    test: { name, setupFiles: ['vitest.setup.ts'], testTimeout: 20_000, ...test },
  };
}
