import { describe, expect, test } from 'vitest';
import { plainWithoutSecrets, withoutSecrets } from '@/lib/redaction';

describe('a text', () => {
  test.each([
    ['{"password":"hidden","user":"li"}', '{"password":…,"user":"li"}'],
    ['BATON_SECRET=hidden', 'BATON_SECRET=…'],
    ["newPassword: 'hidden' is short", 'newPassword: … is short'],
    ['Cookie: __Host-session=hidden; locale=en', 'Cookie: …'],
    ['set-cookie: a=hidden\nnext', 'set-cookie: …\nnext'],
    ['authorization: Bearer hidden', 'authorization: …'],
    ['one-time code = hidden', 'one-time code = …'],
    ['fetch /search?q=hidden failed', 'fetch /search?… failed'],
    ['to http://localhost:3000/a/b?hidden now', 'to http://localhost:3000/a/b?… now'],
    ['{"code":"hidden","at":1}', '{"code":…,"at":1}'],
    ['code=hidden, again', 'code=…, again'],
    ['postgres://baton:hidden@db:5432/baton', 'postgres://…@db:5432/baton'],
    [
      'Failed query: select $1\nparams: hidden,\nhidden\n    at query (a.js:1:2)',
      'Failed query: select $1\nparams: …\n    at query (a.js:1:2)',
    ],
    ['the key a1b2c3d4hidden is known', 'the key … is known'],
  ])('%j keeps nothing secret', (text, kept) => {
    const left = withoutSecrets(text, ['a1b2c3d4hidden']);
    expect(left).not.toContain('hidden');
    expect(left).toBe(kept);
  });

  test('without a secret is unchanged', () => {
    const text =
      'Failed query: select 1 from "a" where "a"."code" = $1\nrelation "passwords_of" does not exist? Error: encoded 3 rows\n    at read (/srv/baton/app.js:10:5)';
    expect(withoutSecrets(text)).toBe(text);
  });
});

test('an object keeps its shape without the secrets, at any depth', () => {
  const row = Object.assign(new Error('Failed query: insert\nparams: hidden', { cause: new Error('token=hidden') }), {
    code: '23505',
    detail: 'Key (hidden)',
    params: ['hidden'],
  });
  const kept = plainWithoutSecrets({
    user: 'li',
    password: 'hidden',
    headers: [{ Cookie: 'hidden', 'X-Api-Key': 'hidden', authorization: 'hidden' }],
    sessionToken: 'hidden',
    code: 'hidden',
    backup_codes: ['hidden'],
    indicatorCode: 'GDP',
    at: new Date(0),
    err: row,
  });
  expect(JSON.stringify(kept)).not.toContain('hidden');
  expect(kept).toMatchObject({
    user: 'li',
    indicatorCode: 'GDP',
    at: '1970-01-01T00:00:00.000Z',
    err: { name: 'Error', state: '23505', cause: { name: 'Error' } },
  });
});
