import { createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkExternal } from '@/lib/cli/launch/external';
import { placeToServe, refuseTakenPlace } from '@/lib/cli/launch/settings';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the place of the product', () => {
  test('is this machine and port 3000, unless set otherwise', () => {
    vi.stubEnv('PORT', '');
    vi.stubEnv('HOST', '');
    expect(placeToServe()).toEqual({ host: '127.0.0.1', port: 3000, url: 'http://localhost:3000' });
    vi.stubEnv('PORT', '8080');
    vi.stubEnv('HOST', 'figures.example');
    expect(placeToServe().url).toBe('http://figures.example:8080');
  });

  test.each(['0', '65536', '-1', '80a', '3000.5'])('is never port %s', (port) => {
    vi.stubEnv('PORT', port);
    expect(placeToServe).toThrow(/PORT must be a number/);
  });

  test('is refused where another program listens', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const place = { host: '127.0.0.1', port, url: '' };
    await expect(refuseTakenPlace(place)).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => other.close(resolve));
    await expect(refuseTakenPlace(place)).resolves.toBeUndefined();
  });
});

describe('an external database', () => {
  test.each([
    ['is not there', 'postgres://reader:secret@127.0.0.1:9/figures', /127\.0\.0\.1:9\/figures cannot be reached/],
    ['is no PostgreSQL', 'mysql://reader:secret@127.0.0.1/figures', /no address of a PostgreSQL/],
    ['has no address', 'secret', /no address of a PostgreSQL/],
  ])('that %s is refused in one sentence without the password', async (_what, url, sentence) => {
    const refusal = await checkExternal(url).catch((error: Error) => error);
    expect(refusal).toMatchObject({ name: 'StartFailure', message: expect.stringMatching(sentence) });
    expect(`${refusal}`).not.toContain('secret');
  });
});
