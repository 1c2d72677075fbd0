import { deflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { crc32 } from '@/lib/reporting/upload/crc32';
import { archiveOf } from '@/lib/reporting/upload/write-archive';

/** The names of the files in a package: the scheme with the terms and the fingerprint, and the figures. */
export const packageNames = { terms: 'package.json', figures: 'figures.csv' } as const;
/** The most bytes of a file in a package, unpacked. */
const mostBytes = 512 * 1024 * 1024;

/** A package of a run as one zip archive. */
export function packageArchive(terms: string, figures: string): Uint8Array<ArrayBuffer> {
  const part = (name: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    return { name, method: 8, stored: deflateRawSync(bytes), size: bytes.length, crc32: crc32(bytes) };
  };
  return archiveOf([part(packageNames.terms, terms), part(packageNames.figures, figures)]);
}

/** The two files of a package; fails for any other archive. */
export async function packageFiles(bytes: Buffer): Promise<{ terms: Buffer; figures: Buffer }> {
  const archive = await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true });
  const found = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    if (entry.uncompressedSize > mostBytes || found.has(entry.fileName)) throw new Error('no package');
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.set(entry.fileName, Buffer.concat(chunks));
  }
  const [terms, figures] = [found.get(packageNames.terms), found.get(packageNames.figures)];
  if (!terms || !figures) throw new Error('no package');
  return { terms, figures };
}
