import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The text of a file of the repository. */
export const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** All files under a folder of the repository, by their paths from its root; none where the folder does not exist. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const rooms = ['app', 'lib', 'db', 'e2e'];
/** Files at the root, where the framework expects them; they obey the laws of `app`. */
const atRoot = ['proxy.ts', 'instrumentation.ts'];
/** Every file of the top folders and at the root. */
export const tracked = [...rooms.flatMap(filesUnder), ...atRoot.filter((name) => existsSync(join(root, name)))];
/** The tracked files with code, tests included. */
export const sources = tracked.filter((file) => /\.(tsx?|mjs|js)$/.test(file));
/** Whether a file belongs to the command line or the support of tests, which are not served. */
export const isTool = (file: string) => /^lib\/(cli|testing)\//.test(file);
/** Whether a file is a test. */
export const isTest = (file: string) => /\.test\.tsx?$/.test(file);
/** The code without its tests. */
export const code = sources.filter((file) => !isTest(file));
/** The code of `lib`. */
export const lib = code.filter((file) => file.startsWith('lib/'));
/** The code of `app`. */
export const app = code.filter((file) => isApp(file));

/** Whether a file obeys the laws of `app`. */
export function isApp(file: string): boolean {
  return file.startsWith('app/') || atRoot.includes(file);
}

/** The text without comments, since laws concern code. A `//` inside an address is no comment. */
export function codeOf(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** An import of a file: another file by its path from the root, or a package by its name. */
export type Import = { file: string; target: string };

function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()['"]([^'"]+)['"]/g)].map(([, spec = '']) => ({
    file,
    target: targetOf(file, spec),
  }));
}

function targetOf(file: string, spec: string): string {
  if (spec.startsWith('@/')) return spec.slice(2);
  return spec.startsWith('.') ? posix.join(posix.dirname(file), spec) : spec;
}

/** All imports of a file. */
export const imports = (file: string) => importsIn(file, codeOf(file));

/** Imports of values. Type-only imports vanish at build, so they do not make a file impure. */
export const valueImports = (file: string) =>
  importsIn(file, codeOf(file).replace(/\b(import|export)\s+type\s[^;]*?from\s+['"][^'"]+['"]/g, ''));
