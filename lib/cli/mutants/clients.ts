import type { GuardedFile } from './guard';

const clients = 'lib/access/clients/clients.test.ts';
const answers = 'app/api/v1/answers.test.ts';
const matrix = 'app/api/v1/token-matrix.test.ts';
const writing = 'app/api/v1/writing.test.ts';

/** Guards of the interface for programs: whose rights a token has, and what an answer keeps to itself. */
export const clientGuards: readonly GuardedFile[] = [
  {
    file: 'lib/access/clients/create-client.ts',
    tests: [clients],
    guards: [
      [
        ['R16', 'apiClient.create'],
        'of a token its hash alone is kept',
        'tokenHash: tokenHash(token)',
        'tokenHash: token',
      ],
      [['R2', 'apiClient.create'], 'a token of a unit role has its unit', "if (unitCode === '' && ", 'if (false && '],
      [
        ['R2', 'apiClient.create'],
        'a token of a role that only reads is given no more',
        "if (scope === 'write' && ",
        'if (false && ',
      ],
      [['apiClient.create'], 'no token is for ever', 'if (days > mostDays)', 'if (false)'],
    ],
  },
  {
    file: 'lib/access/clients/revoke-client.ts',
    tests: [clients],
    guards: [
      [['R3', 'apiClient.revoke'], 'a token is revoked as it was seen', 'eq(apiClient.version, version), ', ''],
      [['R5', 'apiClient.revoke'], 'who revoked a token stays said', ', isNull(apiClient.revokedAt))', ')'],
    ],
  },
  {
    file: 'lib/access/clients/queries.ts',
    tests: [clients],
    guards: [
      [
        ['R2'],
        'a token that was revoked or is past its day reads nothing',
        "if (row.state !== 'active')",
        'if (false)',
      ],
      [['R2'], 'a token of a unit reads no other', "unit === null ? 'all' : units", "'all'"],
      [['R2'], 'tokens are seen by few', "if (!maySee(principal.role, 'clients')) return [];", ''],
    ],
  },
  {
    file: 'app/api/v1/answer.ts',
    tests: [matrix, answers, writing],
    guards: [
      [
        ['R2'],
        'a token that is not taken reads nothing, not even as a visitor',
        "if ('refused' in found) throw",
        'if (false) throw',
      ],
      [['R1', 'R2'], 'a token that only reads writes nothing', 'if (!mayWrite) throw', 'if (false) throw'],
      [['R2'], 'nothing is read where reading is not public', 'if (readsNothing(principal)) throw', 'if (false) throw'],
      [
        ['R12', 'R18'],
        'a program asks so often',
        "await countUse(principal, 'api', callerOf(request), now)",
        '{ failures: 1, since: now }',
      ],
    ],
  },
  {
    file: 'lib/publishing/api/queries.ts',
    tests: [matrix],
    guards: [
      [['R2'], 'a token reads figures of its units', '        readable(principal, observation.orgUnitCode),\n', ''],
      [['R2'], 'a token reads its units', 'readable(principal, orgUnit.code), after(', 'after('],
      [['R2'], 'a run is listed once it is published', "        eq(run.state, 'published'),\n", ''],
    ],
  },
  {
    file: 'lib/publishing/api/monitoring/queries.ts',
    tests: [matrix],
    guards: [
      [['R2'], 'a token reads lamps of its units', '${readable(principal, sql`l.org_unit_code`)}', 'true'],
      [['R2'], 'a token reads follow-ups in sight', '${followUpInSight(principal, sql`f`)}', 'true'],
      [['R2'], 'a token reads tasks in sight', '${taskInSight(principal, sql`k.org_unit_code`)}', 'true'],
      [['R2'], 'a token reads tasks of its units', '${readable(principal, sql`k.org_unit_code`)}', 'true'],
    ],
  },
  {
    file: 'lib/publishing/api/cursor.ts',
    tests: [answers],
    guards: [[['R18'], 'a cursor is of its question', 'of === question ?', 'true ?']],
  },
  {
    file: 'lib/publishing/api/writing/write-figures.ts',
    tests: [writing],
    guards: [
      [
        ['R2'],
        'a token of the office of one unit cites for no other',
        'if (!readsUnit(principal, unit))',
        'if (false)',
      ],
      [['R3'], 'a figure of a draft that has moved is not overwritten', 'if (moved.length > 0)', 'if (false)'],
      [['R4'], 'another body under a key is refused', 'if (kept?.bodyHash !== bodyHash)', 'if (!kept)'],
      [['R4'], 'of cited figures all are recorded or none', 'if (refused.length > 0)', 'if (false)'],
    ],
  },
  {
    file: 'lib/access/principal.ts',
    tests: [clients],
    guards: [
      [
        ['R2'],
        'a token of a visitor reads nothing where reading is not public',
        "role === 'visitor' && !publicReading ? [] : client.units",
        'client.units',
      ],
    ],
  },
];
