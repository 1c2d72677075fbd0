import { constants, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkedArchive } from '@/lib/reporting/upload/check-archive';
import { crc32 } from '@/lib/reporting/upload/crc32';
import { readUpload } from '@/lib/reporting/upload/read-upload';
import { type ArchivePart, archiveOf } from '@/lib/reporting/upload/write-archive';
import { refusalOf } from '@/lib/testing/accounts';

const mega = 1024 * 1024;

function part(name: string, content: Uint8Array): ArchivePart {
  const stored = deflateRawSync(content, { level: constants.Z_BEST_SPEED });
  return { name, method: 8, stored, size: content.length, crc32: crc32(content) };
}

const blanks = (size: number) => new Uint8Array(size).fill(32);

/** Bytes that deflate to about a fiftieth: a tenth of them random, the others one letter. */
function denseBytes(size: number): Uint8Array {
  const bytes = blanks(size);
  let state = 1;
  for (let at = 0; at < size; at += 4096) {
    for (let inner = at; inner < Math.min(at + 64, size); inner += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      bytes[inner] = 64 + (state >>> 24) / 4;
    }
  }
  return bytes;
}

const workbook = (...parts: ArchivePart[]) =>
  archiveOf([part('[Content_Types].xml', blanks(1)), part('xl/workbook.xml', blanks(1)), ...parts]);

test('a part that inflates to more than 200 times itself is refused, unless it is small', async () => {
  expect(await refusalOf(checkedArchive(workbook(part('xl/a.bin', blanks(2 * mega)))))).toBe('limit upload.bomb');
  expect(await refusalOf(checkedArchive(workbook(part('xl/a.bin', blanks(mega / 2)))))).toBeNull();
});

test('parts that are each small enough, and together inflate to more than 100 MB, are refused', async () => {
  const one = part('xl/a.bin', denseBytes(40 * mega));
  expect(one.size / one.stored.length).toBeLessThan(200);
  const namedParts = (...names: string[]) => names.map((name) => ({ ...one, name }));
  expect(await refusalOf(checkedArchive(workbook(...namedParts('xl/a.bin', 'xl/b.bin'))))).toBeNull();
  const three = workbook(...namedParts('xl/a.bin', 'xl/b.bin', 'xl/c.bin'));
  expect(three.length).toBeLessThan(5 * mega);
  expect(await refusalOf(checkedArchive(three))).toBe('limit upload.bomb');
}, 60_000);

test('a part marked as encrypted is refused as such', async () => {
  const bytes = workbook();
  const view = new DataView(bytes.buffer);
  const encrypted = 0x801;
  view.setUint16(6, encrypted, true);
  view.setUint16(Buffer.from(bytes.buffer).indexOf('PK\x01\x02') + 8, encrypted, true);
  expect(await refusalOf(checkedArchive(bytes))).toBe('invalid upload.encrypted');
});

test('of fifty files at once some are read and the others refused as too many', async () => {
  const bytes = new TextEncoder().encode('a,b\n1,2\n');
  const answers = await Promise.all(Array.from({ length: 50 }, () => refusalOf(readUpload(bytes, 'a.csv'))));
  expect(new Set(answers)).toEqual(new Set([null, 'unavailable upload.busy']));
}, 60_000);
