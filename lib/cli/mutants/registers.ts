import type { GuardedFile } from './guard';

const registers = 'lib/monitoring/registers/registers.test.ts';
const replay = 'lib/monitoring/registers/replay.test.ts';
const sheets = 'lib/monitoring/registers/sheet/import-entries.test.ts';
const compared = 'lib/monitoring/registers/compared/compared.test.ts';

/** Guards of registers: who sees an entry, what held on a day, and that no count becomes a figure unseen. */
export const registerGuards: readonly GuardedFile[] = [
  {
    file: 'lib/monitoring/registers/queries.ts',
    tests: [registers, replay],
    guards: [
      [
        ['R2'],
        'a unit sees no entry of another',
        'return sql`${unitCode} in (e.street, e.bureau)`',
        'return sql`true`',
      ],
      [
        ['R3', 'register.save', 'register.link', 'register.unlink'],
        'a register that moved is not overwritten',
        'version !== undefined && held.version !== version',
        'false',
      ],
      [
        ['R8'],
        'what holds from a later day does not count yet',
        'and holds_from <= ${day}::date ${some}',
        'and ${day} is not null ${some}',
      ],
    ],
  },
  {
    file: 'lib/monitoring/registers/save-register.ts',
    tests: [registers],
    guards: [
      [
        ['R5', 'register.save'],
        'what entries have used stays in its list',
        'if (held && faults.length === 0) faults.push',
        'if (false) faults.push',
      ],
    ],
  },
  {
    file: 'lib/monitoring/registers/entries/save-entry.ts',
    tests: [registers],
    guards: [
      [['R3', 'registerEntry.save'], 'an entry that moved is not overwritten', 'if (held !== version)', 'if (false)'],
      [['registerEntry.save'], 'nothing is said of a day to come', 'if (from > todayOf(work))', 'if (false)'],
    ],
  },
  {
    file: 'lib/monitoring/registers/entries/record-visit.ts',
    tests: [registers],
    guards: [
      [['R2', 'registerEntry.visit'], 'a unit visits entries of its own', 'if (!now || !isSeen)', 'if (!now)'],
      [
        ['R2', 'registerEntry.visit'],
        'a page of another unit records no visit',
        "if (unit !== (principal.unitCode ?? ''))",
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/registers/sheet/import-entries.ts',
    tests: [sheets],
    guards: [
      [['R4', 'register.import'], 'nothing but what was previewed is written', 'if (follows !== mark)', 'if (false)'],
      [['R4', 'register.import'], 'a sheet with a fault writes nothing', 'if (faults.length > 0)', 'if (false)'],
    ],
  },
  {
    file: 'lib/monitoring/registers/identifier.ts',
    tests: [sheets],
    guards: [
      [['R11'], 'a long number of a spreadsheet is not trusted', 'kept.length >= lostFrom', 'kept.length >= 1e9'],
    ],
  },
  {
    file: 'lib/monitoring/registers/compared/fix-counts.ts',
    tests: [compared],
    guards: [
      [
        ['R3', 'register.fix'],
        'a count that is another than the page showed is not fixed',
        'row.counted !== asked.counted ||',
        'false ||',
      ],
      [
        ['R3', 'register.fix'],
        'a figure that is another than the page showed is not replaced',
        '(row.shown?.revision ?? null) !== asked.replaces',
        'false',
      ],
      [
        ['R5', 'register.fix'],
        'an indicator that cannot be counted any more gets no count',
        'if (fault) throw',
        'if (false) throw',
      ],
      [['R5', 'register.fix'], 'a count that waits is not fixed again', 'if (row.waiting)', 'if (false)'],
    ],
  },
  {
    file: 'lib/monitoring/registers/compared/month.ts',
    tests: [compared],
    guards: [[['R5', 'register.fix'], 'a month is fixed when it has ended', 'day < today', 'day <= today']],
  },
  {
    file: 'lib/monitoring/registers/compared/countable.ts',
    tests: [compared],
    guards: [
      [
        ['register.link'],
        'only an amount at the end of a period is counted on a day',
        "basis = 'endOfPeriod' and measure = 'amount' and",
        '',
      ],
    ],
  },
];
