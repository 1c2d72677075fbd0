import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linesTo, webLog } from '@/lib/cli/launch/web-log';

const folder = mkdtempSync(join(tmpdir(), 'baton-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a full log is rotated, readable by its owner alone, and the oldest is deleted', () => {
  const log = webLog(folder, { size: 50 });
  for (let at = 0; at < 100; at += 1) log(`line ${at} ${'x'.repeat(20)}`);
  const files = readdirSync(join(folder, 'log')).sort();
  expect(files).toEqual(['web.log', ...[1, 2, 3, 4, 5].map((age) => `web.log.${age}`)]);
  const kept = files.toReversed().map((name) => readFileSync(join(folder, 'log', name), 'utf8'));
  expect(
    kept
      .join('')
      .match(/line \d+/g)
      ?.at(-1),
  ).toBe('line 99');
  expect(kept.join('').split('\n').length).toBeLessThan(25);
  for (const name of files) expect(statSync(join(folder, 'log', name)).mode & 0o777).toBe(0o600);
  webLog(folder)('after a new start');
  expect(readFileSync(join(folder, 'log', 'web.log'), 'utf8')).toContain('line 99');
});

test('output in pieces becomes whole lines, and each a line of the log', () => {
  const lines: string[] = [];
  const take = linesTo((line) => lines.push(line), 'error');
  for (const piece of ['{"level":"in', 'fo"}\n\nError: ', 'boom password=hidden\n    at a.js:1\n{"half']) take(piece);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info' },
    { level: 'error', msg: 'Error: boom password=…' },
    { level: 'error', msg: '    at a.js:1' },
  ]);
});
