import { createHash } from 'node:crypto';

const megabyte = new Uint8Array(2 ** 20).fill(7);

/** Milliseconds that this machine takes, under its present load, for the checksum of 16 MB: 20 to 30 when idle. */
function floor(): number {
  const start = performance.now();
  const sum = createHash('sha256');
  for (let part = 0; part < 16; part += 1) sum.update(megabyte);
  sum.digest();
  return performance.now() - start;
}

/** Measures a work as a multiple of a floor measured before and after it, so that a slow machine fails no test. */
export async function inFloors<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly floors: number }> {
  const before = floor();
  const start = performance.now();
  const result = await work();
  const took = performance.now() - start;
  return { result, floors: took / Math.max(before, floor()) };
}
