import type { GuardedFile } from './guard';

const boards = 'lib/dashboards/boards/boards.test.ts';
const displays = 'lib/dashboards/displays/displays.test.ts';

/** Guards of boards and displays: whose they are, who sees which edition, and what a token shows. */
export const boardGuards: readonly GuardedFile[] = [
  {
    file: 'lib/dashboards/boards/create-board.ts',
    tests: [boards],
    guards: [[['R2', 'board.create'], 'a board is of who made it', 'ownerId: principal.userId', "ownerId: 'nobody'"]],
  },
  {
    file: 'lib/dashboards/boards/queries.ts',
    tests: [boards],
    guards: [
      [
        ['R2', 'board.edit', 'board.restore', 'board.share', 'board.remove'],
        'a board is changed by its owner alone',
        "if (held.reach !== 'own')",
        'if (false)',
      ],
      [
        ['R2', 'board.publish', 'board.withdraw'],
        'the office publishes what it sees',
        'if (!held || !seen)',
        'if (!held || false)',
      ],
      [['R3', 'board.edit'], 'a board that moved is not changed', 'if (held.version !== version)', 'if (false)'],
      [
        ['R5', 'board.publish'],
        'others see the edition that was published',
        "case when reach = 'published' then published_edition else edition end",
        'edition',
      ],
    ],
  },
  {
    file: 'lib/dashboards/boards/remove-board.ts',
    tests: [boards],
    guards: [[['R5', 'board.remove'], 'a published board stays', 'if (held.publishedEdition !== null)', 'if (false)']],
  },
  {
    file: 'lib/dashboards/displays/create-display.ts',
    tests: [displays],
    guards: [
      [
        ['R16', 'display.create'],
        'of a token its hash alone is kept',
        'tokenHash: tokenHash(token)',
        'tokenHash: token',
      ],
      [['R17', 'display.create'], 'a site that frames is named whole', 'if (origins.includes(null))', 'if (false)'],
      [
        ['R2', 'display.create'],
        'a display shows what is published',
        'if (!(await arePublished(work, items)))',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/dashboards/displays/revoke-display.ts',
    tests: [displays],
    guards: [[['R3', 'display.revoke'], 'a token is revoked as it was seen', 'eq(display.version, version), ', '']],
  },
  {
    file: 'lib/dashboards/displays/queries.ts',
    tests: [displays],
    guards: [
      [['R2'], 'a token that ended shows nothing', "if (state !== 'active')", 'if (false)'],
      [['R17'], 'a token that ended is framed by nobody', "found?.state === 'active' ?", 'found ?'],
    ],
  },
];
