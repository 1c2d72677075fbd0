import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const { cutAt, joined, packed } = await import(new URL('page-parts.mjs', import.meta.url).href);

test('a body is put together again with any nonce, wherever it stands and however often', async () => {
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
    expect(joined(parts, fresh).toString()).toBe(expected);
    // Unpacking compares length and sum.
    expect(gunzipSync(packed(parts, fresh)).toString()).toBe(expected);
  }
});
