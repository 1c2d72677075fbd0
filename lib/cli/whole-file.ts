import { rename, rm } from 'node:fs/promises';
import { codeOf, StartFailure } from '@/db/embedded/failure';

/**
 * Writes a file so that there is never half of it: `fill` writes a temporary one, which is renamed when it is complete. A
 * place that cannot be written ends the command in words.
 */
export async function writeWhole(path: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await fill(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const code = codeOf(error);
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw new StartFailure(`${path} cannot be written (${code}).`, `无法写入 ${path}（${code}）。`);
  }
}
