import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const block = 512;

/** Writes the program in a brotli file. */
export function unpackProgram(archive: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, brotliDecompressSync(readFileSync(archive)), { mode: 0o755 });
}

/** Unpacks the folders and files of a tar file packed with brotli. Refuses a path that leads out of the folder. */
export function unpackFolder(archive: string, to: string): void {
  const tar = brotliDecompressSync(readFileSync(archive));
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const entry = headerOf(tar.subarray(at, at + block));
    const path = resolve(to, entry.path);
    if (path !== resolve(to) && !path.startsWith(resolve(to) + sep))
      throw new Error(`path outside the archive: ${path}`);
    if (entry.kind === 'folder') mkdirSync(path, { recursive: true });
    if (entry.kind === 'file') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, tar.subarray(at + block, at + block + entry.size), { mode: 0o755 });
    }
    at += block + Math.ceil(entry.size / block) * block;
  }
}

type Entry = { path: string; size: number; kind: 'file' | 'folder' | 'other' };

/** The fields of a ustar header: name at 0, size in octal at 124, type at 156, the folder of a long name at 345. */
function headerOf(header: Buffer): Entry {
  const text = (from: number, length: number) => header.toString('utf8', from, from + length).replace(/\0[\s\S]*$/, '');
  const type = text(156, 1);
  return {
    path: join(text(345, 155), text(0, 100)),
    size: Number.parseInt(text(124, 12).trim() || '0', 8),
    kind: type === '5' ? 'folder' : type === '0' || type === '' ? 'file' : 'other',
  };
}
