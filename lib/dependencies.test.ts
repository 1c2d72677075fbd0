import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Package = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
};
const lock: { packages: Record<string, Package> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const own = JSON.parse(readFileSync('package.json', 'utf8'));
/** What is installed with the product itself, by its folder. */
const served = Object.entries(lock.packages).filter(([folder, { dev }]) => folder !== '' && !dev);

/** Licences that ask for nothing but their text and a name. */
const free = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
];
/** Other licences of unchanged packages, each with the reason why it may be taken. */
const allowed: readonly (readonly [name: RegExp, licence: string, reason: string])[] = [
  [/^@fontsource-variable\/noto-sans-sc$/, 'OFL-1.1', 'a font, which is handed on as it is'],
  [
    /^@img\/sharp-libvips-/,
    'LGPL-3.0-or-later',
    'a library that the framework may load, and that stays a file of its own',
  ],
  [/^caniuse-lite$/, 'CC-BY-4.0', 'data that the build reads, named here'],
  [/^lightningcss(-|$)/, 'MPL-2.0', 'a program that the build runs'],
];

/** The licences between which a package lets choose, or which all hold. */
const licencesOf = (text: string) => text.replaceAll(/[()]/g, '').split(/ (?:OR|AND) /);

test('the product is made of packages under free licences alone', () => {
  const others = served.flatMap(([folder, { license }]) => {
    const file = join(folder, 'package.json');
    const said = license ?? (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).license : undefined);
    const name = folder.split('node_modules/').at(-1) ?? '';
    const isFree = typeof said === 'string' && licencesOf(said).some((one) => free.includes(one));
    const isAllowed = allowed.some(([which, licence]) => which.test(name) && licence === said);
    // Packages for other systems are not installed here, and say nothing.
    return isFree || isAllowed || (!said && !existsSync(file)) ? [] : [`${name}: ${said}`];
  });
  expect(others).toEqual([]);
  expect(served.length).toBeGreaterThan(50);
});

test('every package that is named is pinned to one version', () => {
  const named = { ...own.dependencies, ...own.devDependencies };
  expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(`${version}`))).toEqual([]);
});

test('the lock file names no registry, and a hash for every package that is installed', () => {
  const text = readFileSync('package-lock.json', 'utf8');
  expect(text.match(/"resolved"/g)).toBeNull();
  const open = Object.entries(lock.packages).filter(
    ([folder, one]) => folder !== '' && existsSync(folder) && !('integrity' in one),
  );
  expect(open.map(([folder]) => folder)).toEqual([]);
});
