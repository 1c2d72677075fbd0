import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the engine imports no schema library: what-if computes in the browser', async () => {
  const root = join(import.meta.dirname, '../../..');
  const entryPoints = ['assess', 'share-at', 'figures-used'].map((name) => join(import.meta.dirname, `${name}.ts`));
  const { metafile } = await build({
    entryPoints,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    format: 'esm',
  });
  const outside = Object.keys(metafile.inputs).filter((file) => !file.startsWith('lib/'));
  expect(outside).toEqual([]);
});
