import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSql } from './client';
import { openEmbedded } from './embedded/open';
import { isRunning } from './embedded/processes';
import { prepareDatabase } from './migrate';
import { serverVariable, templateName } from './testing-names';

/**
 * One server for a whole run of the tests, in a temporary folder of its own, with a migrated database that every test
 * file copies. Returns what ends it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  // Several projects of tests ask for it.
  if (process.env[serverVariable]) return async () => {};
  removeLeftovers();
  const home = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Nothing here outlives the run, so nothing needs to reach the disk.
  const server = await openEmbedded(home, 'npm test', {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const maintenance = openSql(server.url, { max: 1 });
  await maintenance`create database ${maintenance(templateName)}`;
  await maintenance.end();
  const template = new URL(server.url);
  template.pathname = templateName;
  await prepareDatabase(template.href, async () => {});
  process.env[serverVariable] = server.url;

  return async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

const prefix = 'baton-test-';

/** Takes away the folders of runs that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^baton-test-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
