// The body of a page cut at its nonces: the parts between are compressed once, so that an answer is only assembled.
// Compressed parts can be concatenated because each ends at a whole byte and refers to no other; the check sum of the
// whole is computed from theirs (RFC 1951 and 1952).
import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';

const pack = promisify(deflateRaw);
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** An empty last block, which the check sum and the length follow. */
const last = [3, 0];

/** Cuts a body at every occurrence of its nonce, and compresses the parts. */
export async function cutAt(body, nonce) {
  const parts = [];
  let from = 0;
  for (let at = body.indexOf(nonce); at >= 0; at = body.indexOf(nonce, from)) {
    parts.push(body.subarray(from, at));
    from = at + nonce.length;
  }
  parts.push(body.subarray(from));
  const done = [];
  for (const plain of parts) {
    const packed = plain.length > 0 ? await pack(plain, { finishFlush: constants.Z_FULL_FLUSH }) : plain;
    // A copy: the compressed bytes are a view of a much larger buffer.
    done.push({ plain, packed: Buffer.from(packed), sum: sumOf(plain), step: stepOver(plain.length) });
  }
  return done;
}

/** The overhead of a part in bytes, with its share of the page's. */
const around = 1024;

/** The memory of the parts in bytes. */
export const sizeOf = (parts) =>
  parts.reduce((sum, { plain, packed }) => sum + plain.length + packed.length + around, 0);

/** The body with this nonce between its parts, uncompressed. */
export const joinParts = (parts, nonce) =>
  Buffer.concat(parts.flatMap(({ plain }, at) => (at > 0 ? [Buffer.from(nonce), plain] : [plain])));

/** The body with this nonce in gzip's format. */
export function packParts(parts, nonce) {
  const between = Buffer.from(nonce);
  const { length } = between;
  const block = Buffer.from([0, length, 0, 255 - length, 255, ...between]);
  const [sumBetween, stepBetween] = [sumOf(between), stepOver(length)];
  let [sum, whole] = [0, 0];
  const pieces = parts.flatMap((part, at) => {
    if (at > 0) sum = times(stepBetween, sum) ^ sumBetween;
    sum = times(part.step, sum) ^ part.sum;
    whole += part.plain.length + (at > 0 ? length : 0);
    return at > 0 ? [block, part.packed] : [part.packed];
  });
  const end = Buffer.from([...last, 0, 0, 0, 0, 0, 0, 0, 0]);
  end.writeUInt32LE(sum >>> 0, 2);
  end.writeUInt32LE(whole, 6);
  return Buffer.concat([head, ...pieces, end]);
}

/** The polynomial of CRC-32, its lowest power in the highest bit. */
const polynomial = 0xedb88320;
const timesX = (value) => (value & 1 ? polynomial ^ (value >>> 1) : value >>> 1);
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = timesX(value);
  return value;
});

/** The CRC-32 of some bytes; Node has its own from 20.15 on. */
function sumOf(bytes) {
  let sum = -1;
  for (let at = 0; at < bytes.length; at += 1) sum = table[(sum ^ bytes[at]) & 255] ^ (sum >>> 8);
  return ~sum;
}

/** The factor of the check sum of earlier bytes, for `length` bytes that follow. */
function stepOver(length) {
  let [step, power] = [1 << 31, 1 << 23];
  for (let rest = length; rest > 0; rest >>>= 1) {
    if (rest & 1) step = times(power, step);
    power = times(power, power);
  }
  return step;
}

/** The product of two check sums, modulo the polynomial. */
function times(one, other) {
  let product = 0;
  let power = other;
  for (let bit = 31; bit >= 0; bit -= 1) {
    if ((one >>> bit) & 1) product ^= power;
    power = timesX(power);
  }
  return product;
}
