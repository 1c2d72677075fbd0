import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from '@/lib/reporting/upload/crc32';
import { type ArchivePart, archiveOf } from '@/lib/reporting/upload/write-archive';

export type Part = { readonly name: string; readonly content: Uint8Array };

/** The parts of an archive that we made, by its directory. */
export function partsOf(archive: Uint8Array): Part[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(bytes.length - 22 + 16);
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, stored] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [named, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const head = bytes.readUInt32LE(at + 42);
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const content = bytes.subarray(from, from + stored);
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + named),
      content: method === 8 ? inflateRawSync(content) : content,
    });
    at += 46 + named + extra + comment;
  }
  return parts;
}

/** An archive of the parts with right check sums; `forged` falsifies the header of one of them. */
export function packArchive(
  parts: readonly Part[],
  forged?: { readonly name: string; readonly change: Partial<ArchivePart> },
): Uint8Array {
  return archiveOf(
    parts.map(({ name, content }) => ({
      name,
      method: 8,
      stored: deflateRawSync(content, { level: 1 }),
      size: content.length,
      crc32: crc32(content),
      ...(forged?.name === name ? forged.change : {}),
    })),
  );
}
