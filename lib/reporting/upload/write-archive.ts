/** A part of an archive as stored: `method` 0 is uncompressed, 8 is deflated. */
export type ArchivePart = {
  readonly name: string;
  readonly method: number;
  readonly stored: Uint8Array;
  readonly size: number;
  readonly crc32: number;
};

const utf8Names = 0x800;

/** A zip archive of the parts, in the simplest form, which all readers understand alike. */
export function archiveOf(parts: readonly ArchivePart[]): Uint8Array<ArrayBuffer> {
  const blocks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const described = descriptionOf(part, name);
    const head = block(30, (view) => {
      view.setUint32(0, 0x04034b50, true);
      described(view, 4);
    });
    directory.push(
      block(46, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, 20, true);
        described(view, 6);
        view.setUint32(42, offset, true);
      }),
      name,
    );
    blocks.push(head, name, part.stored);
    offset += head.length + name.length + part.stored.length;
  }
  const directoryBytes = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  const end = block(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, parts.length, true);
    view.setUint16(10, parts.length, true);
    view.setUint32(12, directoryBytes, true);
    view.setUint32(16, offset, true);
  });
  return joinBlocks([...blocks, ...directory, end]);
}

/** The fields that the head of a part and its entry in the directory share, at different offsets. */
function descriptionOf(part: ArchivePart, name: Uint8Array) {
  return (view: DataView, at: number) => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, utf8Names, true);
    view.setUint16(at + 4, part.method, true);
    view.setUint32(at + 10, part.crc32, true);
    view.setUint32(at + 14, part.stored.length, true);
    view.setUint32(at + 18, part.size, true);
    view.setUint16(at + 22, name.length, true);
  };
}

function block(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}

function joinBlocks(blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(blocks.reduce((sum, bytes) => sum + bytes.length, 0));
  let at = 0;
  for (const bytes of blocks) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}
