import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

// Plain modules, which the command line reads before anything is installed.
const { neededNode, runsOn } = await import(new URL('node-floor.mjs', import.meta.url).href);
const { readSettingsFile, settingNames } = await import(new URL('settings-file.mjs', import.meta.url).href);

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'baton-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reading(text: string, environment: Record<string, string> = {}) {
  const file = join(folder, '.env');
  writeFileSync(file, text);
  return readSettingsFile(file, environment);
}

test('a file of settings fills in what the environment lacks', () => {
  const text = '\uFEFF# ours\r\nPORT=8080\r\nDATABASE_URL="postgres://a:b#c@host/figures"\r\nHOST=\r\n';
  expect(reading(text, { PORT: '3000' })).toEqual({
    values: { DATABASE_URL: 'postgres://a:b#c@host/figures', HOST: '' },
  });
  expect(reading('PORT=8080', { PORT: '' })).toEqual({ values: {} });
});

test('a missing file has no values', () => {
  expect(readSettingsFile(join(folder, 'none'), {})).toEqual({ values: {} });
});

test('all unknown names are refused together, in two languages and without their values', () => {
  const { fault } = reading('DATABSE_URL=postgres://a:secret@host/figures\nPORT=1\nNODE_OPTIONS=--inspect\n');
  expect(fault).toHaveLength(2);
  for (const words of fault ?? []) {
    expect(words).toMatch(/DATABSE_URL.*NODE_OPTIONS/);
    expect(words).not.toContain('secret');
  }
});

test('an unreadable file is named', () => {
  expect(readSettingsFile(folder, {}).fault?.[0]).toMatch(/cannot be read \(EISDIR\)/);
});

test('every setting allowed in the file is documented in a manual', () => {
  const manuals = ['lib/cli/README.md', 'lib/access/README.md'].map((file) => readFileSync(join(root, file), 'utf8'));
  const told = new Set(manuals.flatMap((text) => text.match(/(?<=^\|.*`)[A-Z_]{4,}/gm) ?? []));
  expect(settingNames.filter((name: string) => !told.has(name))).toEqual([]);
});

test('the supported versions of Node.js are the same for npm and for people', () => {
  const versions = [
    '18.20.0',
    '20.9.0',
    '20.18.3',
    '20.19.0',
    '20.20.1',
    '21.7.3',
    '22.12.0',
    '22.13.0',
    '23.0.0',
    '24.1.0',
  ];
  expect(versions.filter(runsOn)).toEqual(['20.19.0', '20.20.1', '22.13.0', '23.0.0', '24.1.0']);
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node).toBe('^20.19.0 || >=22.13.0');
  for (const file of ['README.md', 'README.zh-CN.md']) {
    expect(readFileSync(join(root, file), 'utf8')).toContain(
      `Node.js ${neededNode.replace(', ', file.includes('zh') ? '、' : ', ')}`,
    );
  }
});
