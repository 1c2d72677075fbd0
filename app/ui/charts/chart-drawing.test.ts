import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

/** The static imports of each file of `app`, without types. */
const imports = new Map(
  readdirSync(join(root, 'app'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map((file) => {
      const code = readFileSync(join(root, file), 'utf8');
      const specs = [...code.matchAll(/^import (?!type)[^;]*?from '([^']+)'/gm)].map(([, spec = '']) => spec);
      const targets = specs.map((spec) =>
        spec.startsWith('./') ? posix.join(posix.dirname(file), spec) : spec.replace(/^@\//, ''),
      );
      return [file.replace(/\.tsx?$/, ''), targets] as const;
    }),
);

function brings(file: string, wanted: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  return (imports.get(file) ?? []).some((target) => target === wanted || brings(target, wanted, seen));
}

test('a chart is loaded on demand and never with a page', () => {
  expect(brings('app/ui/charts/bars-chart', 'recharts')).toBe(true);
  const pages = [...imports.keys()].filter((file) => !file.startsWith('app/ui/charts/'));
  const parts = ['frame', 'canvas', 'menu', 'drawing', 'download', 'picture'].map(
    (part) => `app/ui/charts/chart-${part}`,
  );
  expect([...pages, ...parts].filter((file) => brings(file, 'recharts'))).toEqual([]);
});
