import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { logFault, logTo, takeConsole } from '@/lib/log';

let lines: string[] = [];
const to = logTo({ write: (line: string) => lines.push(line) });
const writtenLines = () => lines.map((line) => JSON.parse(line));
const methods = { ...console };

beforeEach(() => {
  lines = [];
  vi.stubEnv('BATON_SECRET', 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6');
  vi.stubEnv('DATABASE_URL', 'postgres://baton:hidden%20words@db:5432/baton');
});
afterEach(() => {
  Object.assign(console, methods);
  vi.unstubAllEnvs();
});

test('a fault has the same number in the log and on the page', () => {
  const fault = Object.assign(new Error('boom'), { digest: '3014021' });
  expect(logFault(fault, { path: '/a', request: 'r' }, to)).toBe('3014021');
  expect(writtenLines()).toMatchObject([
    { level: 'error', msg: 'fault', reference: '3014021', path: '/a', request: 'r', err: { name: 'Error' } },
  ]);
  expect(Date.parse(writtenLines()[0].time)).toBeGreaterThan(0);
});

test('a fault without a number gets one', () => {
  const reference = logFault('no error at all', {}, to);
  expect(reference).toMatch(/^[0-9a-f]{10}$/);
  expect(writtenLines()).toMatchObject([{ reference }]);
});

test('no secret is logged, at any depth', () => {
  const failed = Object.assign(new Error('Failed query: insert into app_user values ($1)\nparams: hidden'), {
    query: 'insert',
    params: ['hidden'],
    detail: 'hidden',
    digest: '1',
  });
  logFault(failed, { path: '/a?token=hidden', cookie: 'hidden' }, to);
  to.info({ password: 'hidden', deep: [{ authorization: 'hidden', code: 'hidden' }] }, 'password: hidden');
  takeConsole(to);
  console.error('to postgres://baton:hidden words@db/baton with a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6');
  console.warn('plain', { cookie: 'hidden' }, new Error('secret=hidden'));
  console.log('%s', ['token: hidden']);
  expect(lines).toHaveLength(5);
  expect(lines.join('')).not.toMatch(/hidden|a1b2c3d4/);
});

test('console output becomes log lines, and a numbered fault only once', () => {
  takeConsole(to);
  console.error(' ⨯', Object.assign(new Error('boom'), { digest: '1' }));
  console.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
  console.error('lost', new Error('connection'));
  console.log('ready', { port: 3000 });
  expect(writtenLines()).toMatchObject([
    { level: 'error', msg: 'lost', err: { name: 'Error' } },
    { level: 'info', msg: 'ready {"port":3000}' },
  ]);
});
