import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandNames } from '@/lib/access/permissions';
import { root } from '@/lib/cli/launch/settings';
import { requirements } from '@/lib/cli/mutants/guard';
import { guards, occurrences } from '@/lib/cli/mutants/guards';

test('the text of every guard occurs in its file once, and its mutant differs', () => {
  const untrue = guards.filter(
    (guard) => occurrences(readFileSync(join(root, guard.file), 'utf8'), guard) !== 1 || guard.text === guard.mutant,
  );
  expect(untrue.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

test('every guard names existing tests', () => {
  const missing = guards.flatMap(({ tests }) => tests).filter((file) => !existsSync(join(root, file)));
  expect(missing).toEqual([]);
  expect(guards.filter(({ tests }) => tests.length === 0)).toEqual([]);
});

test('every command and every requirement has a guard', () => {
  const guarded = new Set<string>(guards.flatMap(({ of }) => of));
  expect([...commandNames, ...Object.keys(requirements)].filter((name) => !guarded.has(name))).toEqual([]);
});
