import { describe, expect, test } from 'vitest';
import { codeOf, lib } from '@/lib/testing/house-files';

const queries = lib.filter((file) => file.endsWith('/queries.ts') && !file.startsWith('lib/health/'));

describe('reads', () => {
  // Before the principal may only stand the transaction that a command reads in; the work of a command has one; and who
  // the caller of a request is, the answer tells.
  test('every query asks first who asks', () => {
    const careless = queries.flatMap((file) =>
      [
        ...codeOf(file).matchAll(
          /export\s+(?:async function\s+(\w+)[^(]*\(|const\s+(\w+)[^;=]*=[^;]*?async\s*\()\s*([^)]*)/g,
        ),
      ]
        .filter(
          ([, , , parameters = '']) =>
            !/^((tx: Tx,\s*)?_?principal: (?:Pick<)?Principal|work: (?:Work|Asked)|caller: Caller)\b/.test(parameters),
        )
        .map(([, name, constant]) => `${file}: ${name ?? constant}`),
    );
    expect(careless).toEqual([]);
  });
});

describe('writes', () => {
  /** They still stand among reads, each for its reason; who moves one out takes its line away. */
  const among: Record<string, string> = {
    'lib/access/auth/queries.ts': 'to find out who asks keeps the session alive, in the one statement of every request',
    'lib/catalogue/periods/queries.ts': 'the catalogue is being reworked: `ensurePeriods`',
    'lib/observations/recording/queries.ts': 'called by the import, which is being reworked: all of it',
    'lib/reporting/entry/queries.ts': 'called by the import, which is being reworked: `recount`',
    'lib/reporting/import/queries.ts': 'the import is being reworked: all that stages and stores',
  };
  const statement =
    /\.(insert|update|delete)\(|\b(insert\s+into|delete\s+from|update\s+(\$\{[\w.]+\}|\w+)(\s+\w+)?\s+set)\b/i;

  test('stand in files of their own, not among reads', () => {
    // A digest is fed by a method of that name.
    const written = (file: string) => codeOf(file).replace(/createHash\([^)]*\)\.update\(/g, '');
    const writing = queries.filter((file) => statement.test(written(file)));
    expect(writing.sort()).toEqual(Object.keys(among));
  });
});
