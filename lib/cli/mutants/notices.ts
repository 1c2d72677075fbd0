import type { GuardedFile } from './guard';

const telling = 'lib/notices/telling/tell.test.ts';
const reading = 'lib/notices/reading/reading.test.ts';
const sending = 'lib/notices/outbox/send-waiting.test.ts';
const announcing = 'lib/notices/outbox/announce-changes.test.ts';
const posting = 'lib/notices/outbox/post-message.test.ts';

/** Guards of notices: who is told, what is marked, and where messages never go. */
export const noticeGuards: readonly GuardedFile[] = [
  {
    file: 'lib/notices/outbox/announce-changes.ts',
    tests: [announcing],
    guards: [
      [['R2'], 'a program of one unit is told of no other', 'b.id = h.id and b.code = r.org_unit_code', 'true'],
      [['R2'], 'a revoked program is told nothing', 'c.revoked_at is null and ', ''],
      [['R2'], 'a visitor’s program is told nothing where nothing is public', "(c.role <> 'visitor' or ", '(true or '],
      [['R13'], 'what is written while others end is told', " - interval '1 minute'", ''],
    ],
  },
  {
    file: 'lib/notices/telling/tell.ts',
    tests: [telling],
    guards: [
      [['R2'], 'who did it is not told of it', ' and h.id <> ${done.actor}', ''],
      [['R2'], 'a disabled account is told nothing', 'not h.banned and', ''],
      [['R2'], 'another unit is told nothing', 'u.unit_code = ${code} and u.role in', 'u.role in'],
    ],
  },
  {
    file: 'lib/notices/reading/mark-read.ts',
    tests: [reading],
    guards: [
      [['R2', 'notice.read'], 'notices of others are not marked', 'n.user_id = ${principal.userId} and ', ''],
      [['R3', 'notice.read'], 'what came later is not marked', 'n.event <= t.version and ', ''],
    ],
  },
  {
    file: 'lib/notices/reading/forget-notices.ts',
    tests: [reading],
    guards: [[['notice.forget'], 'what was read lately stays', 'const keptDays = 180;', 'const keptDays = 0;']],
  },
  {
    file: 'lib/notices/queries.ts',
    tests: [reading],
    guards: [[['R2'], 'the name of another unit is not read', '`${code} = ${unitCode}`', '`true`']],
  },
  {
    file: 'lib/notices/outbox/post-message.ts',
    tests: [posting],
    guards: [
      [
        ['R17'],
        'no number of an inner address is connected to',
        '(isIP(literal) > 0 && !allowed.address(literal))',
        'false',
      ],
      [
        ['R17'],
        'no name of an inner address is connected to',
        'if (!found.every(({ address }) => isAllowed(address)))',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/notices/outbox/retry-messages.ts',
    tests: [sending],
    guards: [
      [['R3', 'outbox.retry'], 'one that was tried since is not sent again', 'o.tries = t.version and ', ''],
      [['R18', 'outbox.retry'], 'one that waits is not sent sooner', " and o.state = 'failed'", ''],
      [['outbox.retry'], 'all of them wait again, or none', 'if (rows.length < ', 'if (0 < '],
    ],
  },
  {
    file: 'lib/notices/outbox/drop-message.ts',
    tests: [sending],
    guards: [
      [['R3', 'outbox.drop'], 'one that was tried since is not dropped', ' and tries = ${version}', ''],
      [['R18', 'outbox.drop'], 'one that waits is not dropped', " and state = 'failed'", ''],
    ],
  },
  {
    file: 'lib/notices/outbox/queries.ts',
    tests: [sending],
    guards: [[['R2'], 'only who sees the settings sees what was not sent', 'return [];', 'void 0;']],
  },
  {
    file: 'lib/notices/outbox/send-waiting.ts',
    tests: [sending],
    guards: [
      [
        ['R12'],
        'two processes send a message once',
        ' limit ${atOnce}\n        for update skip locked',
        ' limit ${atOnce}',
      ],
      [['R18'], 'a message is given up after ten tries', 'case when tries >= ${mostTries} or', 'case when false or'],
    ],
  },
];
