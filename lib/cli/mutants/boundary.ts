import type { GuardedFile } from './guard';

const gate = 'app/server/gate.test.ts';
const door = 'app/server/door.test.ts';
const upload = 'lib/reporting/upload/read-upload.test.ts';
const audit = 'lib/access/audit/audit.test.ts';
const trail = 'lib/access/audit/trail/trail.test.ts';
const webRole = 'db/web-role.test.ts';
const refusals = 'lib/cli/launch/refusals.test.ts';
const histories = 'db/histories.test.ts';

/** What stands between the product and everything outside it: network, browser, files, database, operator. */
export const boundaryGuards: readonly GuardedFile[] = [
  {
    file: 'lib/access/origin.ts',
    tests: [door],
    guards: [
      [['R1', 'R17'], 'a request without an origin is none of ours', 'origin === null ||', 'origin !== null &&'],
      [['R1', 'R17'], 'another origin is refused', 'return (', 'return true || ('],
    ],
  },
  {
    file: 'app/server/refusal.ts',
    tests: [door],
    guards: [
      [['R16'], 'a fault is shown by its number alone', '{ reference: logFault(error) }', '{ reference: `${error}` }'],
      [['R1', 'R17'], 'a write from another origin is refused', 'if (!isOurOrigin(origin, policy))', 'if (false)'],
    ],
  },
  {
    file: 'app/server/action.ts',
    tests: [door],
    guards: [
      [['R1', 'R17'], 'an action asks for the origin', "refuseForeign((await headers()).get('origin'));", ''],
      [['R17'], 'no script reads a cookie', 'httpOnly: true', 'httpOnly: false'],
      [
        ['R17'],
        'over https a cookie stays on https',
        "secure = settings().origin.startsWith('https:')",
        'secure = false',
      ],
      [['R17'], 'a cookie stays with its site', "sameSite: 'lax'", "sameSite: 'none'"],
      [['R16'], 'a form is not given secrets back', 'secrets.has(name) ||', ''],
    ],
  },
  {
    file: 'app/server/posted.ts',
    tests: [door],
    guards: [
      [['R1', 'R17'], 'a route that writes asks for the origin', "refuseForeign(request.headers.get('origin'));", ''],
      [['R1', 'R10'], 'who may not is refused before the file is read', '!may(principal.role, command.name)', 'false'],
      [['R18'], 'uploads are taken so often', 'if (parts.use) await', 'if (false) await'],
      [['R17'], 'a cookie given by a route is read by no script', '; HttpOnly; SameSite=Lax', ''],
      [['R3'], 'a conflict is told as one', 'conflict: 409', 'conflict: 200'],
    ],
  },
  {
    file: 'app/server/overused.ts',
    tests: [door],
    guards: [[['R18'], 'too much is answered so', 'status: 429', 'status: 200']],
  },
  {
    file: 'app/server/gate.mjs',
    tests: [gate],
    guards: [
      [
        ['R10', 'R12'],
        'a body that says it is too large is refused',
        "request.headers['content-length'] ?? 0) > limit",
        "request.headers['content-length'] ?? 0) > 1e12",
      ],
      [['R10', 'R12'], 'a body is refused when it has come too far', 'if (size <= limit)', 'if (true)'],
      [['R12'], 'too many headers are refused', 'request.rawHeaders.length > 2 * mostHeaders', 'false'],
      [['R17'], 'headers of ours do not come in', 'ofOurs(name) ||', ''],
      [['R17'], 'headers of a proxy come from a proxy', '(ofProxy(name) && !trusted)', 'false'],
      [
        ['R9'],
        'an address is the network’s word',
        "request.headers['x-baton-address'] = address",
        "request.headers['x-baton-address'] ??= address",
      ],
      [['R17'], 'other methods are refused', '!methods.has(method)', 'false'],
      [['R17'], 'what is turned away may do nothing as a page', '...filePolicy,', ''],
    ],
  },
  {
    file: 'lib/access/content-policy.ts',
    tests: ['lib/access/content-policy.test.ts'],
    guards: [
      [['R17'], 'scripts run by the nonce alone', "'nonce-${nonce}' 'strict-dynamic'", "'unsafe-inline'"],
      [['R17'], 'a page is framed by nobody', "frame-ancestors 'none'", 'frame-ancestors *'],
      [['R17'], 'a page talks to nobody else', "connect-src 'self'", 'connect-src *'],
      [['R17'], 'a form is sent to nobody else', "form-action 'self'", 'form-action *'],
    ],
  },
  {
    file: 'lib/reporting/upload/check-archive.ts',
    tests: [upload],
    guards: [
      [['R10'], 'an archive has so many parts', 'archive.entryCount > limits.xlsx.parts', 'false'],
      [['R10'], 'a part is no larger than it says', 'size > entry.uncompressedSize', 'false'],
      [['R10'], 'a part is not packed too well', 'dense && entry.uncompressedSize > limits.ratioCountsFrom', 'false'],
      [['R10'], 'all parts together are not too large', 'entry.uncompressedSize > room ||', ''],
      [['R10'], 'an encrypted file is refused', 'entry.isEncrypted()', 'false'],
    ],
  },
  {
    file: 'lib/reporting/upload/inspect-part.ts',
    tests: [upload],
    guards: [
      [['R10'], 'a declaration of a document type is refused', 'if (/<!(DOCTYPE|ENTITY)/i.test(text))', 'if (false)'],
      [['R10'], 'macros are refused', '[/vbaProject|\\/macrosheets\\//i', '[/^never$/'],
      [['R10'], 'links to other workbooks are refused', '[/\\/externalLinks\\//i', '[/^never$/'],
      [['R10'], 'embedded objects are refused', '[/\\/(embeddings|activeX)\\//i', '[/^never$/'],
      [['R10'], 'a cell far away is refused', 'row > rows || column > columns', 'false'],
      [['R10'], 'a type with macros is refused', 'if (/macroEnabled/i.test(text))', 'if (false)'],
    ],
  },
  {
    file: 'lib/reporting/upload/read-upload.ts',
    tests: [upload],
    guards: [
      [['R10'], 'a file is no larger than it may be', 'bytes.length > limits[format].bytes', 'false'],
      [['R10'], 'a file is what its name says', 'refuseOtherContent(bytes, format);', ''],
      [['R10'], 'files are read one by one', 'await inTurn(() => (', 'await (() => ('],
    ],
  },
  {
    file: 'lib/reporting/upload/parse-worker.mjs',
    tests: [upload],
    guards: [[['R10'], 'a file has so many cells', 'if (told > workerData.cells)', 'if (false)']],
  },
  {
    file: 'lib/reporting/upload/limits.ts',
    tests: [upload],
    guards: [[['R10'], 'a file is read with little memory', 'heapMegabytes: 256', 'heapMegabytes: 4096']],
  },
  {
    file: 'lib/dashboards/series/table-text.ts',
    tests: ['lib/publishing/formula-injection.test.ts', 'lib/dashboards/series/table-text.test.ts'],
    guards: [
      [['R11'], 'text is no formula in a file', 'looksLikeFormula(plain) ?', 'false ?'],
      [['R11'], 'a number below zero stays a number', '&& !number.test(text)', ''],
      [['R11'], 'a formula in full width is one too', '＝＋－＠', '＝'],
    ],
  },
  {
    file: 'lib/publishing/csv/csv-text.ts',
    tests: ['lib/publishing/csv/csv-text.test.ts', 'lib/publishing/formula-injection.test.ts'],
    guards: [
      [['R11'], 'a list that comes back holds no formula', 'opensFormula.test(text) && !isNumber.test(text)', 'false'],
      [['R11'], 'a number below zero stays a number', '&& !isNumber.test(text)', ''],
      [['R11'], 'cells of text are guarded', 'safeCell(cell.text)', 'cell.text'],
    ],
  },
  {
    file: 'lib/publishing/csv/queries.ts',
    tests: ['lib/publishing/csv/tidy-csv.test.ts'],
    guards: [
      [['R2'], 'a file holds what may be read', "principal.units === 'all' ? null : [...principal.units]", 'null'],
    ],
  },
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
    file: 'lib/access/audit/queries.ts',
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
      [['R14'], 'the web process is no superuser', 'if (user?.mighty && !embedded)', 'if (false)'],
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
    file: 'db/client.ts',
    tests: [webRole],
    guards: [
      [['R18'], 'a statement ends', 'statement_timeout: 10_000', 'statement_timeout: 0'],
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
      [['R14', 'R17'], 'a product is served over https', "address.protocol === 'http:' && !near", 'false'],
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
    tests: [refusals],
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
        "['month', /^(\\d{4})-M(0[1-9]|1[0-2])$/",
        "['month', /^(\\d{4})-M(0[1-9]|1[0-9])$/",
      ],
    ],
  },
];
