import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from '@/lib/errors';
import { crc32 } from '@/lib/reporting/upload/crc32';
import { inspectionsOf, isMarkup, refuseByName } from '@/lib/reporting/upload/inspect-part';
import { inMegabytes, limits } from '@/lib/reporting/upload/limits';
import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';
import { type ArchivePart, archiveOf } from '@/lib/reporting/upload/write-archive';

/**
 * Checks a workbook before it is parsed, by its real inflated size and not the declared one. Returns an archive
 * rewritten from the checked parts: two readers of one archive may otherwise disagree on its content, and the second
 * would open a part that the first never saw.
 */
export async function checkedArchive(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await readableParts(bytes);
  const isWorkbook =
    parts.some(({ name }) => name === '[Content_Types].xml') && parts.some(({ name }) => name.startsWith('xl/'));
  if (!isWorkbook) throw refusedUpload('invalid', 'notXlsx');
  return archiveOf(parts.filter(({ name }) => isMarkup(name)));
}

async function readableParts(bytes: Uint8Array): Promise<ArchivePart[]> {
  try {
    return await checkedParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // The archive library has no error class of its own: any other error means a broken archive.
    throw error instanceof Refusal ? error : refusedUpload('invalid', 'damaged');
  }
}

async function checkedParts(bytes: Buffer): Promise<ArchivePart[]> {
  const archive = await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: false });
  if (archive.entryCount > limits.xlsx.parts) {
    throw refusedUpload('limit', 'tooManyParts', { parts: archive.entryCount, limit: limits.xlsx.parts });
  }
  const parts = new Map<string, ArchivePart>();
  let inflated = 0;
  for await (const entry of archive.eachEntry()) {
    refuseEntry(entry, limits.xlsx.inflatedBytes - inflated);
    if (parts.has(entry.fileName)) throw refusedUpload('invalid', 'damaged');
    if (entry.fileName.endsWith('/')) continue;
    parts.set(entry.fileName, await checkedPart(archive, entry, bytes));
    inflated += entry.uncompressedSize;
  }
  return [...parts.values()];
}

/** Refuses a part by its entry in the directory. */
function refuseEntry(entry: Entry, room: number): void {
  if (entry.isEncrypted()) throw refusedUpload('invalid', 'encrypted');
  refuseByName(entry.fileName);
  const dense = entry.uncompressedSize > limits.xlsx.ratio * entry.compressedSize;
  if (entry.uncompressedSize > room || (dense && entry.uncompressedSize > limits.ratioCountsFrom))
    throw tooDense(entry);
}

function tooDense(entry: Entry): Refusal {
  const details = { part: entry.fileName, megabytes: inMegabytes(limits.xlsx.inflatedBytes) };
  return refusedUpload('limit', 'bomb', details);
}

/** Inflates a part to its end, without keeping it, and compares it with its entry in the directory. */
async function checkedPart(archive: ZipFile, entry: Entry, bytes: Buffer): Promise<ArchivePart> {
  const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true });
  const stream: Readable = await archive.openReadStreamPromise(entry);
  // Ignores errors after the stream was given up, which would end the process.
  stream.on('error', () => {});
  const inspections = inspectionsOf(entry.fileName);
  let size = 0;
  let sum = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > entry.uncompressedSize) throw tooDense(entry);
    sum = crc32(piece, sum);
    for (const inspect of inspections) inspect(piece);
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw refusedUpload('invalid', 'damaged');
  return {
    name: entry.fileName,
    method: entry.compressionMethod,
    stored: bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize),
    size,
    crc32: sum,
  };
}
