import type { GuardedFile } from './guard';

const backups = 'lib/cli/backup/backup.test.ts';
const upgrades = 'lib/cli/launch/upgrade.test.ts';

/** Guards of backups: that a file is whole, that nothing is overwritten, and who may see and ask. */
export const backupGuards: readonly GuardedFile[] = [
  {
    file: 'lib/backups/ask-backup.ts',
    tests: [backups],
    guards: [[['backup.ask'], 'a backup that waits is not asked for twice', '.onConflictDoNothing()', '']],
  },
  {
    file: 'lib/backups/record-backup.ts',
    tests: [backups],
    guards: [
      [['backup.record'], 'a removed file is not told as good', "set({ state: 'removed' })", "set({ state: 'good' })"],
    ],
  },
  {
    file: 'lib/backups/queries.ts',
    tests: [backups],
    guards: [[['R2'], 'backups are seen by few', "if (!maySee(principal.role, 'backups')) return [];", '']],
  },
  {
    file: 'lib/cli/backup/read-backup.ts',
    tests: [backups],
    guards: [
      [['R18'], 'a changed file is no backup', "manifest.sha256 !== hash.digest('hex')", 'false'],
      [['R18'], 'nothing stands behind the last line', 'if (manifest) throw brokenFailure();', ''],
    ],
  },
  {
    file: 'lib/cli/backup/restore-backup.ts',
    tests: [backups],
    guards: [
      [['backup.restore'], 'no data are overwritten', 'if (found?.tables > 0) throw filledFailure();', ''],
      [
        ['R1'],
        'the guards of histories are back after a restore',
        'for (const statement of again) await tx.unsafe(statement);',
        '',
      ],
    ],
  },
  {
    file: 'lib/cli/launch/upgrade.ts',
    tests: [upgrades],
    guards: [
      [
        ['R13'],
        'tables of a filled database change only after a backup',
        'const backup = await backUp(database, next);',
        'const backup = await backUp(database, next).catch(() => null);',
      ],
    ],
  },
  {
    file: 'db/migrate.ts',
    tests: [upgrades],
    guards: [
      [
        ['R14'],
        'a database of a newer product is refused',
        'if (strange !== undefined) throw newerFailure(strange);',
        '',
      ],
      [
        ['R13'],
        'a backup comes before the first missing migration',
        'if (last && next) await before',
        'if (last && !next) await before',
      ],
    ],
  },
  {
    file: 'lib/cli/demonstration/play.ts',
    tests: ['lib/cli/launch/earlier.test.ts'],
    guards: [
      [
        ['R13'],
        'a demonstration of an earlier product does not keep the product from starting',
        'if (await isOfEarlier(tx)) return;',
        '',
      ],
    ],
  },
  {
    file: 'lib/health/state/queries.ts',
    tests: ['lib/health/state/state.test.ts'],
    guards: [
      [
        ['R2', 'audit.check'],
        'who walked the chain is seen by few',
        "if (principal.role !== 'system' && !maySee(principal.role, 'state')) return null;",
        '',
      ],
    ],
  },
  {
    file: 'lib/health/state/check-chain.ts',
    tests: ['lib/health/state/state.test.ts'],
    guards: [[['R6', 'audit.check'], 'a break is noted', 'brokenAt: broken?.seq ?? null', 'brokenAt: null']],
  },
  {
    file: 'lib/health/metrics/admitted.ts',
    tests: ['lib/health/metrics/metrics.test.ts'],
    guards: [[['R2'], 'without a token in the settings none is good', "token !== '' && ", '']],
  },
  {
    file: 'app/server/gate.mjs',
    tests: ['app/server/gate.test.ts'],
    guards: [[['R17'], 'who comes through a proxy is not near', '&& !passedOn;', ';']],
  },
];
