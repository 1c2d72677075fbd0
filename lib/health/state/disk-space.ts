import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DiskSpace } from './words';

/** The space of the disks of these folders; one disk is told once, and one that says nothing is left out. */
export async function diskSpaces(
  folders: readonly (readonly [name: DiskSpace['folder'], folder: string])[],
): Promise<DiskSpace[]> {
  const told = new Map<number, DiskSpace>();
  for (const [folder, path] of folders) {
    const there = await nearest(path);
    if (!there || told.has(there.dev)) continue;
    const { bavail, blocks, bsize } = await statfs(there.path);
    told.set(there.dev, { folder, free: bavail * bsize, total: blocks * bsize });
  }
  return [...told.values()];
}

/** The folder, or the nearest one above it that there is, with its disk. */
async function nearest(path: string): Promise<{ readonly path: string; readonly dev: number } | null> {
  const found = await stat(path).catch(() => null);
  if (found) return { path, dev: found.dev };
  return dirname(path) === path ? null : nearest(dirname(path));
}
