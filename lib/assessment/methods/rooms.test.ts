import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { methodKinds, plainKinds } from '@/lib/assessment/methods/rooms';
import { Method } from '@/lib/assessment/methods/schemas';
import { examplesByKind, folderOf } from '@/lib/assessment/methods/testing';

const root = join(import.meta.dirname, '../../..');

test('every method has a room, and every room a method', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const found = folders.map(({ name }) => name).filter((name) => name !== 'kit');
  expect(found.sort()).toEqual(methodKinds.map(folderOf).sort());
  for (const kind of methodKinds) {
    const files = ['schema.ts', 'room.ts', 'examples.ts'].map((name) =>
      join(import.meta.dirname, folderOf(kind), name),
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  }
});

test('the registers of schemas and of rooms list the methods in one order', () => {
  expect(Method.options.map(({ shape }) => shape.kind.value)).toEqual(methodKinds);
});

test.each(methodKinds)('the examples of %s are its own, and some are tried for its properties', (kind) => {
  const { explained = [], monotone = [], others = [] } = examplesByKind.get(kind) ?? {};
  const all = [...explained, ...monotone, ...others];
  expect(all.map((one) => Method.parse(one).kind)).toEqual(all.map(() => kind));
  expect(explained.length).toBeGreaterThan(0);
  if (plainKinds.some((one) => one === kind)) expect(monotone.length + others.length).toBeGreaterThan(0);
});

test('every method is among the generated schemes that SQL computes again, or has a reason not to be', () => {
  const reasons: Partial<Record<(typeof plainKinds)[number], string>> = {
    standardRatio: 'computed by hand in peers.test.ts',
    rankGain: 'computed by hand in places.test.ts',
    deductions: 'scored from the ledger, and not from figures',
    bonus: 'scored from the ledger, and not from figures',
    expert: 'scored by a person, and not from figures',
  };
  const generated = readFileSync(join(root, 'lib/testing/generated-schemes.ts'), 'utf8');
  const missing = plainKinds.filter((kind) => !generated.includes(`kind: '${kind}'`));
  expect(missing.filter((kind) => !reasons[kind])).toEqual([]);
  expect(Object.keys(reasons).filter((kind) => !missing.some((one) => one === kind))).toEqual([]);
});

test('the manual has a row for every method', () => {
  const manual = readFileSync(join(root, 'lib/assessment/README.md'), 'utf8');
  expect(methodKinds.filter((kind) => !manual.includes(`| \`${kind}\` `))).toEqual([]);
});

describe('the name of a method occurs in its room and in the register', () => {
  /** Files that may name methods: the methods themselves, their words, and data that stands for a written scheme. */
  const mayName: readonly [reason: string, file: RegExp][] = [
    ['a room', new RegExp(`^lib/assessment/methods/(${methodKinds.map(folderOf).join('|')})/`)],
    ['the register', /^lib\/assessment\/methods\/(rooms|schemas)\.ts$/],
    ['the words of the methods', /^lib\/i18n\/(zh-CN|en)\/methods\.ts$/],
    ['a test, which names what it tests', /\.test\.tsx?$/],
    ['the support of tests', /^lib\/testing\/|\/testing[a-z-]*\.ts$/],
    ['the scheme by which the speed is measured', /^lib\/cli\/bench\//],
    ['the schemes of published indices', /^lib\/assessment\/published-index\//],
  ];
  /** Words that also name a check, a direction or an entry: only their use as a kind of method counts. */
  const shared = ['range', 'bonus'];
  const own = methodKinds.filter((kind) => !shared.includes(kind));
  const quoted = new RegExp(`['"\`](${own.join('|')})['"\`]`, 'g');
  const asKind = new RegExp(`(?:method|item|part)\\??\\.kind\\s*[!=]==?\\s*['"](${shared.join('|')})['"]`, 'g');
  const asKey = new RegExp(`\\b(${own.filter((kind) => /[A-Z]/.test(kind)).join('|')}):`, 'g');

  test('and nowhere else', () => {
    const files = ['app', 'lib', 'db'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        .filter((file) => /\.(tsx?|mjs)$/.test(file)),
    );
    const elsewhere = files.filter((file) => !mayName.some(([, allowed]) => allowed.test(file)));
    const naming = elsewhere.flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/(^|\s)\/\/.*$/gm, '$1');
      return [quoted, asKind, asKey].flatMap((names) =>
        [...code.matchAll(names)].map(([, kind]) => `${file}: ${kind}`),
      );
    });
    expect(naming).toEqual([]);
  });

  test('and a room imports another only for a fallback', () => {
    const names = methodKinds.flatMap((kind) => {
      const folder = join(import.meta.dirname, folderOf(kind));
      return readdirSync(folder).flatMap((file) =>
        [...readFileSync(join(folder, file), 'utf8').matchAll(/from '@\/lib\/assessment\/methods\/([^/']+)\//g)]
          .filter(([, other]) => other !== 'kit')
          .map(([, other]) => `${folderOf(kind)} → ${other}`),
      );
    });
    expect([...new Set(names)].sort()).toEqual(['ratio-to-best → min-max', 'ratio-to-best → rank-ladder']);
  });

  test('and code has no default case for unknown methods', () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.ts$/.test(file))
      .map((file) => [file, readFileSync(join(import.meta.dirname, file), 'utf8')] as const);
    expect(files.filter(([, text]) => /^\s*default:/m.test(text)).map(([file]) => file)).toEqual([]);
  });
});
