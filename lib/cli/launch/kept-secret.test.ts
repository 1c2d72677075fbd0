import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptSecret } from '@/lib/cli/launch/web-settings';

const folder = mkdtempSync(join(tmpdir(), 'baton-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a secret is readable by its owner alone from the moment it is written', () => {
  keptSecret(folder);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
});
