import type { GuardedFile } from './guard';

const audit = 'lib/access/audit/audit.test.ts';
const trail = 'lib/access/audit/trail/trail.test.ts';
const webRole = 'db/web-role.test.ts';
const refusals = 'lib/cli/launch/refusals.test.ts';
const histories = 'db/histories.test.ts';

/** Guards of the database, the settings and the log. */
export const storageGuards: readonly GuardedFile[] = [
  {
    file: 'lib/access/audit/chain.ts',
    tests: [audit],
    guards: [
      [['R6'], 'an event that is missing is found', 'event.seq !== last.seq + 1', 'false'],
      [['R6'], 'an event chained to another is found', 'event.previous !== last.hash', 'false'],
      [
        ['R6'],
        'an event that was changed is found',
        'event.hash !== hashOf(event, event.previous, event.digest)',
        'false',
      ],
    ],
  },
  {
    file: 'lib/access/audit/record-event.ts',
    tests: ['lib/access/command.test.ts'],
    guards: [
      [
        ['R6'],
        'events are chained one by one',
        'select pg_advisory_xact_lock(${chainLock})',
        'select ${chainLock}::int',
      ],
    ],
  },
  {
    file: 'lib/access/audit/trail/queries.ts',
    tests: [trail],
    guards: [
      [
        ['R2', 'R6'],
        'the auditor alone reads the trail',
        "'audit')) return nothing",
        "'audit') && false) return nothing",
      ],
      [['R2', 'R6'], 'the auditor alone sees its end', "'audit')) return null", "'audit') && false) return null"],
      [['R2', 'R6'], 'the auditor alone walks the chain', "maySee(principal.role, 'audit') ?", 'true ?'],
    ],
  },
  {
    file: 'db/migrations/0003_audit.sql',
    tests: [audit],
    guards: [
      [['R6'], 'an event stays as it is', 'BEFORE UPDATE OR DELETE ON audit_event', 'BEFORE INSERT ON topic'],
      [['R6'], 'events are not emptied', 'BEFORE TRUNCATE ON audit_event', 'BEFORE TRUNCATE ON topic'],
    ],
  },
  {
    file: 'db/migrations/0001_append-only-revisions.sql',
    tests: [histories],
    guards: [
      [
        ['R5', 'R6'],
        'a revision stays as it is',
        'BEFORE UPDATE OR DELETE ON observation_revision',
        'BEFORE DELETE ON observation_revision',
      ],
      [
        ['R5', 'R6'],
        'revisions are not emptied',
        'BEFORE TRUNCATE ON observation_revision',
        'BEFORE TRUNCATE ON topic',
      ],
    ],
  },
  {
    file: 'db/migrations/0006_reporting.sql',
    tests: [histories],
    guards: [
      [
        ['R5', 'R6'],
        'a step of a review stays as it is',
        'BEFORE UPDATE OR DELETE ON review_event',
        'BEFORE DELETE ON review_event',
      ],
      [['R5', 'R6'], 'steps are not emptied', 'BEFORE TRUNCATE ON review_event', 'BEFORE TRUNCATE ON topic'],
    ],
  },
  {
    file: 'db/web-role.ts',
    tests: [webRole],
    guards: [
      [['R6'], 'the web process adds to a history and changes nothing', "kind === 'history' ? '' :", "false ? '' :"],
    ],
  },
  {
    file: 'db/web-role.ts',
    tests: [refusals],
    guards: [
      [
        ['R6', 'R14'],
        'a history that could be rewritten is not served',
        "if (found.some(({ writable }) => writable)) return 'writable';",
        '',
      ],
      [
        ['R6', 'R14'],
        'a history without its triggers is not served',
        "if (found.some(({ guarded }) => !guarded)) return 'unguarded';",
        '',
      ],
      [['R14'], 'who could make tables does not serve', "user?.creates ? 'creating' : null", 'null'],
    ],
  },
  {
    file: 'db/web-role.ts',
    tests: [webRole],
    guards: [[['R14'], 'the web process is no superuser', 'if (user?.mighty && !embedded)', 'if (false)']],
  },
  {
    file: 'db/pool.ts',
    tests: ['db/pool.test.ts', 'db/pool-transaction.test.ts'],
    guards: [
      [
        ['R12'],
        'a connection has one unanswered statement at a time',
        'connection.last = answer.catch',
        'void answer.catch',
      ],
      [['R12'], 'a broken connection serves nobody else', 'if (!isOfStatement(error)) connection.isLost = true;', ''],
      [['R12'], 'a lost connection is sent nothing', 'if (connection.isLost) throw', 'if (false) throw'],
      [['R5'], 'a transaction with a failed statement is not kept', 'if (failed) throw failed.error;', ''],
      [['R1'], 'nothing of a transaction comes after its end', 'if (isOver) throw', 'if (false) throw'],
      [['R1'], 'nor what is nested in it', 'inside, demandOpen)', 'inside)'],
      [['R1', 'R5'], 'the driver ends no connection by itself', '{ max_lifetime: null, idle_timeout: null }', '{}'],
      [['R12'], 'an old connection is lent to nobody', '|| performance.now() > connection.until', ''],
      [['R12'], 'silence is given up', 'if (silence === 0) return asked;', 'return asked;'],
      [['R12'], 'a file left early ends its connection', 'if (!isWhole) connection.isLost = true;', ''],
    ],
  },
  {
    file: 'lib/access/auth/queries.ts',
    tests: ['lib/access/auth/session-answer.test.ts'],
    guards: [
      [['R1'], 'an answer about another token makes nobody of anybody', 'row?.asked === sha256(token)', 'row'],
      [['R1'], 'an answer that went astray closes every connection', 'sharedPool().drop();', ''],
    ],
  },
  {
    file: 'lib/health/queries.ts',
    tests: ['lib/health/health.test.ts'],
    guards: [
      [['R12'], 'those who ask for the health share one question', 'asker.question ??= ask', 'asker.question = ask'],
    ],
  },
  {
    file: 'db/client.ts',
    tests: [webRole],
    guards: [
      [['R18'], 'a statement ends', 'statement_timeout: statementTimeout', 'statement_timeout: 0'],
      [
        ['R18'],
        'a forgotten transaction ends',
        'idle_in_transaction_session_timeout: 30_000',
        'idle_in_transaction_session_timeout: 0',
      ],
      [['R6'], 'the web process works under its role', 'role: webRole,', ''],
    ],
  },
  {
    file: 'lib/cli/launch/requirements.ts',
    tests: [refusals],
    guards: [
      [['R14'], 'a secret is there', "secret === ''", 'false'],
      [['R14'], 'a secret is long', 'secret.length < shortestSecret', 'false'],
      [['R14'], 'a secret is no example', 'examples.test(secret) ||', ''],
      [['R14'], 'a secret does not repeat itself', '|| periods.some(repeats)', ''],
      [
        ['R14', 'R17'],
        'a product is served over https',
        "address.protocol === 'http:' && !isOwnAddress(text)",
        'false',
      ],
      [['R14'], 'an origin is an origin', 'address.href !== `${address.origin}/`', 'false'],
      [['R14'], 'a number is in its range', 'Number(text) >= least && Number(text) <= most', 'true'],
      [['R14'], 'a choice is one of those named', '|| words.includes(text)) return', '|| true) return'],
    ],
  },
  {
    file: 'lib/cli/launch/external.ts',
    tests: [refusals],
    guards: [[['R14'], 'the owner is no superuser', 'if (toServe && mighty)', 'if (false)']],
  },
  {
    file: 'lib/cli/launch/web-settings.ts',
    tests: ['lib/cli/launch/kept-secret.test.ts'],
    guards: [[['R14'], 'a secret is kept from other users', 'mode: 0o600', 'mode: 0o644']],
  },
  {
    file: 'lib/settings.ts',
    tests: ['lib/access/settings/policies.test.ts'],
    guards: [
      [['R14'], 'a served product is not public by itself', "isEmbedded ? 'on' : 'off'", "'on'"],
      [['R14'], 'a served product asks for a second factor', "isEmbedded ? 'optional' : 'required'", "'optional'"],
    ],
  },
  {
    file: 'db/embedded/boot.ts',
    tests: ['db/embedded/embedded.test.ts'],
    guards: [
      [['R13'], 'what is acknowledged is on the disk', "fsync: 'on'", "fsync: 'off'"],
      [['R13'], 'a torn page is mended', "full_page_writes: 'on'", "full_page_writes: 'off'"],
    ],
  },
  {
    file: 'db/embedded/cluster.ts',
    tests: ['db/embedded/embedded.test.ts'],
    guards: [[['R13'], 'a damaged page is noticed', "'--data-checksums'", "'--no-data-checksums'"]],
  },
  {
    file: 'lib/turns/take-turns.ts',
    tests: ['lib/turns/take-turns.test.ts'],
    guards: [
      [['R12'], 'no more run at once than may', 'if (running < atOnce)', 'if (true)'],
      [['R12'], 'no more wait than may', 'queue.length >= waiting', 'false'],
    ],
  },
  {
    file: 'lib/redaction.ts',
    tests: ['lib/redaction.test.ts'],
    guards: [
      [['R16'], 'a field that is secret is not logged', 'secretField.test(name) ? removed', 'false ? removed'],
      [
        ['R16'],
        'values of a statement are not logged',
        '.replace(/\\bparams:[\\s\\S]*?(?=\\n\\s+at |$)/g, `params: ${removed}`)',
        '',
      ],
      [
        ['R16'],
        'a query of an address is not logged',
        '.replace(/(\\/[^\\s"\'`?]*)\\?[^\\s"\'`<>]+/g, `$1?${removed}`)',
        '',
      ],
    ],
  },
  {
    file: 'lib/log.ts',
    tests: ['lib/log.test.ts'],
    guards: [[['R16'], 'secrets of the product are not logged', 'return [BATON_SECRET,', 'return [']],
  },
  {
    file: 'lib/i18n/moments.ts',
    tests: ['lib/i18n/moments.test.ts'],
    guards: [[['R8'], 'a day begins in Shanghai', 'T00:00:00+08:00', 'T00:00:00Z']],
  },
  {
    file: 'lib/catalogue/periods/period.ts',
    tests: ['lib/catalogue/periods/period.test.ts'],
    guards: [
      [
        ['R8'],
        'a year has twelve months',
        "['month', /^([1-9]\\d{3})-M(0[1-9]|1[0-2])$/",
        "['month', /^([1-9]\\d{3})-M(0[1-9]|1[0-9])$/",
      ],
    ],
  },
];
