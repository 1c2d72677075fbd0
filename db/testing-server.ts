import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSql } from './client';
import { openEmbedded } from './embedded/open';
import { isRunning } from './embedded/processes';
import { prepareDatabase } from './migrate';
import { serverVariable, templateName } from './testing-names';

/**
 * Starts one server for a whole test run, in a temporary folder, with a migrated database that every test file copies.
 * Returns the function that ends it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  // Several test projects call this setup.
  if (process.env[serverVariable]) return async () => {};
  removeLeftovers();
  const home = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // The data need not outlive the run, so nothing is synced to disk.
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

/** Removes the folders of killed runs. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^baton-test-(\d+)-/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
