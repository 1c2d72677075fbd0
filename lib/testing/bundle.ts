import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a program of this project into one file, for tests that start it many times: its hundreds of modules are then
 * read once and not at every start.
 */
export async function bundleProgram(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(process.cwd(), entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // The log is a CommonJS package, which requires others while it runs.
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
}
