import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('manuals', () => {
  const under = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => posix.join(folder, file));
  const manuals = [...readdirSync(root), ...['app', 'db', 'e2e', 'lib'].flatMap(under)].filter((file) =>
    file.endsWith('.md'),
  );
  const headings = (file: string) => read(file).match(/^#+ .*$/gm) ?? [];

  test('no manual has a heading twice', () => {
    const twice = manuals.filter((file) => new Set(headings(file)).size < headings(file).length);
    expect(twice).toEqual([]);
  });

  test('a link to a file of the repository is valid', () => {
    const dead = manuals.flatMap((file) =>
      [...read(file).matchAll(/(?:\]\(|src=")(?!https?:|#)([^)#"]+)/g)]
        .map(([, target = '']) => posix.join(posix.dirname(file), target))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${file} → ${target}`),
    );
    expect(dead).toEqual([]);
  });

  test('the version has its changes under a heading of the list of changes, the newest first', () => {
    const { version } = JSON.parse(read('package.json'));
    expect(headings('CHANGELOG.md')[1]).toBe(`## ${version}`);
    expect(JSON.parse(read('package-lock.json')).packages[''].version).toBe(version);
  });

  test('the READMEs introduce the product alike in both languages, in nine kilobytes', () => {
    const [en, zh] = ['README.md', 'README.zh-CN.md'] as const;
    expect(headings(zh).map((line) => line.indexOf(' '))).toEqual(headings(en).map((line) => line.indexOf(' ')));
    for (const file of [en, zh]) expect(Buffer.byteLength(read(file))).toBeLessThanOrEqual(9 * 1024);
  });
});
