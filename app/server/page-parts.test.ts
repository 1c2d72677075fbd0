import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const { cutAt, joinParts, packParts } = await import(new URL('page-parts.mjs', import.meta.url).href);

test('a body is reassembled with any nonce, at all its occurrences', async () => {
  const nonce = 'n'.repeat(24);
  for (const body of [
    '',
    nonce,
    `${nonce}${nonce}`,
    'no nonce at all',
    `头${nonce}尾`,
    `${nonce}${'字'.repeat(50_000)}${nonce}.`,
  ]) {
    const parts = await cutAt(Buffer.from(body), nonce);
    const fresh = 'ABCDEFGHIJKLMNOPQRSTUV-_';
    const expected = body.replaceAll(nonce, fresh);
    expect(joinParts(parts, fresh).toString()).toBe(expected);
    // Decompression verifies length and check sum.
    expect(gunzipSync(packParts(parts, fresh)).toString()).toBe(expected);
  }
});
