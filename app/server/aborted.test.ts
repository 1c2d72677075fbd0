import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * A program of requests of which the last one's signal is kept, aborted within `setImmediate` as the framework does at
 * a page's end.
 */
const program = `
import { AsyncLocalStorage } from 'node:async_hooks';
const storage = new AsyncLocalStorage();
const requests = [];
let kept;
function answer() {
  const request = { body: 'x'.repeat(1000) };
  requests.push(new WeakRef(request));
  return new Promise((done) => storage.run(request, () => setImmediate(() => {
    const controller = new AbortController();
    controller.abort();
    kept = controller.signal;
    done();
  })));
}
for (let round = 0; round < 20; round += 1) await Promise.all([answer(), answer(), answer()]);
await new Promise((later) => setTimeout(later, 10));
gc();
console.log(requests.filter((request) => request.deref()).length, kept.reason.name, /abort/.test(kept.reason.stack));
`;

/** The number of the 60 requests still in memory, in a process with or without the fix. */
function countHeld(...flags: string[]): string {
  const run = spawnSync(process.execPath, ['--expose-gc', ...flags, '--input-type=module', '--eval', program]);
  return `${run.stdout}${run.stderr}`.trim();
}

test('an aborted signal keeps no finished request in memory', () => {
  const mend = join(import.meta.dirname, 'aborted.mjs');
  expect(countHeld('--import', mend)).toBe('0 AbortError true');
});

// If later versions of Node have fixed it, aborted.mjs can go.
test.runIf(process.versions.node.startsWith('20.'))('Node 20 without the fix keeps them', () => {
  expect(countHeld()).toBe('3 AbortError true');
});

test('the server loads the fix before the framework', () => {
  const server = readFileSync(join(import.meta.dirname, 'serve.mjs'), 'utf8');
  expect(/^import .*$/m.exec(server)?.[0]).toBe("import './aborted.mjs';");
});
