import type { GuardedFile } from './guard';

const gate = 'app/server/gate.test.ts';
const door = 'app/server/door.test.ts';
const archives = 'lib/reporting/upload/check-archive.test.ts';
const upload = 'lib/reporting/upload/read-upload.test.ts';

/** Guards between the product and the network, and of downloaded and uploaded files. */
export const networkGuards: readonly GuardedFile[] = [
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
    file: 'lib/access/page-owner.ts',
    tests: ['app/server/page-owner.test.ts'],
    guards: [
      [['R1', 'R2'], 'the page of another account writes nothing', 'if (owner !== ownerOf(principal))', 'if (false)'],
      [['R1', 'R2'], 'a page is of a unit too', "`${userId} ${unitCode ?? ''}`", '`${userId}`'],
    ],
  },
  {
    file: 'app/server/action.ts',
    tests: [door],
    guards: [
      [['R1', 'R17'], 'an action asks for the origin', "(await headers()).get('origin')", 'settings().origin'],
      [['R16'], 'a form is not given secrets back', 'unrepeated.has(name) ||', ''],
    ],
  },
  {
    file: 'lib/cookies.ts',
    tests: [door],
    guards: [
      [['R17'], 'no script reads a cookie', 'httpOnly: true', 'httpOnly: false'],
      [['R17'], 'over https a cookie stays on https', 'secure: isHttps(origin)', 'secure: false'],
      [['R17'], 'a cookie stays with its site', "sameSite: 'lax'", "sameSite: 'none'"],
      [['R17'], 'a cookie given by a route is read by no script', '; HttpOnly; SameSite=Lax', ''],
    ],
  },
  {
    file: 'app/server/give-command.ts',
    tests: [door],
    guards: [
      [['R1', 'R10'], 'who may not is refused before the file is read', 'demandGrant(principal, command.name);', ''],
    ],
  },
  {
    file: 'app/server/command-route.ts',
    tests: [door],
    guards: [
      [['R1', 'R17'], 'a route that writes asks for the origin', "request.headers.get('origin')", 'settings().origin'],
      [['R1', 'R2'], 'a file is taken from who still asks', 'await stillAsking(caller)', 'principal'],
      [['R18'], 'uploads are taken so often', "await countUse(principal, 'upload', caller, new Date());", ''],
    ],
  },
  {
    file: 'app/server/refusal.ts',
    tests: [door],
    guards: [
      [['R3'], 'a conflict is told as one', 'conflict: 409', 'conflict: 200'],
      [['R18'], 'too much is answered so', 'limit: 429', 'limit: 200'],
    ],
  },
  {
    file: 'app/server/gate.mjs',
    tests: [gate],
    guards: [
      [['R10', 'R12'], 'a body is refused when it has come too far', 'if (size <= limit)', 'if (true)'],
      [['R17'], 'headers of ours do not come in', 'ofOurs(name) ||', ''],
      [['R17'], 'headers of a proxy come from a proxy', '(ofProxy(name) && !(', '(false && !('],
      [['R9'], 'an address is the network’s word', 'addressOf(request, trusted);', 'addressOf(request, true);'],
      [['R17'], 'every answer has its headers', '...everyAnswer, ', ''],
    ],
  },
  {
    file: 'app/server/gate.mjs',
    tests: ['app/server/gate-faults.test.ts'],
    guards: [
      [['R12'], 'nothing is kept of a request that is over', 'return underWay.has(id) &&', 'return'],
      [['R16'], 'the status is told that was sent', 'return () => sent ??', 'return () =>'],
    ],
  },
  {
    file: 'app/server/turned-away.mjs',
    tests: ['app/server/gate-faults.test.ts'],
    guards: [[['R12'], 'an answer that was not sent is no answer', '?._headerSent', '?.headersSent']],
  },
  {
    file: 'app/server/request-faults.mjs',
    tests: [gate],
    guards: [
      [
        ['R10', 'R12'],
        'a body that says it is too large is refused',
        "headers['content-length'] ?? 0) > mostBytes(request)",
        "headers['content-length'] ?? 0) > 1e12",
      ],
      [['R12'], 'too many headers are refused', 'rawHeaders.length > 2 * mostHeaders', 'false'],
      [['R17'], 'other methods are refused', '!methods.has(method)', 'false'],
      [['R17'], 'a request is for a host of ours', '!hosts.includes(host) &&', 'false &&'],
      [['R17'], 'a malformed address is refused', 'if (path === null || !', 'if (!'],
    ],
  },
  {
    file: 'app/server/page-key.mjs',
    tests: ['app/server/page-key.test.ts'],
    guards: [
      [['R2', 'R17'], 'a page for a session is not kept', 'names.has(undefined) ||', ''],
      [['R2'], 'a header nobody knows has its own answer', '!Object.keys(headers).every(isKnown) ||', ''],
      [['R2'], 'a language has its own pages', 'JSON.stringify([url, cookies,', 'JSON.stringify([url,'],
      [['R2'], 'a part of a page is no page', 'headers[name] ?? null', 'null'],
      [['R2'], 'only what is published is kept', "!published.test(pathOf(url) ?? '')", 'false'],
    ],
  },
  {
    file: 'app/server/kept-pages.mjs',
    tests: ['app/server/kept-pages.test.ts'],
    guards: [
      [['R2'], 'a page is given as long as nothing was written', 'page?.version !== asked ||', '!page ||'],
      [
        ['R2'],
        'a page made while something was written is not kept',
        '(await version()) !== own.version ||',
        '(await version()) === null ||',
      ],
      [['R2'], 'who comes after a write waits for no older page', 'other?.version === asked', 'Boolean(other)'],
      [['R8'], 'a page that shows the time is kept as long as it holds good', 'page.until <= now()', 'false'],
      [['R17'], 'what gives a cookie is not kept', "'set-cookie' in headers", 'false'],
      [['R17'], 'each answer has a nonce of its own', 'const nonce = freshNonce();', "const nonce = 'n'.repeat(24);"],
      [['R12'], 'what is kept has its limit', 'if (size <= most) break;', 'break;'],
      [['R12'], 'who reads slowly holds up nobody', '|| room >= 0;', ';'],
    ],
  },
  {
    file: 'lib/health/version/queries.ts',
    tests: ['lib/health/version/version.test.ts'],
    guards: [
      [
        ['R2'],
        'who asks after a write is told of it',
        'if (own.asked) {',
        'if (own.asked) return own.asked;\n  if (own.next) {',
      ],
      [['R2'], 'the version is another after each event', 'order by seq desc', 'order by seq'],
    ],
  },
  {
    file: 'app/server/turned-away.mjs',
    tests: [gate],
    guards: [[['R17'], 'what is turned away may do nothing as a page', '...filePolicy }', '}']],
  },
  {
    file: 'app/server/content-policy.ts',
    tests: ['app/server/content-policy.test.ts'],
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
    ],
  },
  {
    file: 'lib/reporting/upload/check-archive.ts',
    tests: [archives],
    guards: [
      [['R10'], 'a part is not packed too well', 'dense && entry.uncompressedSize > limits.ratioCountsFrom', 'false'],
      [['R10'], 'all parts together are not too large', 'entry.uncompressedSize > room ||', ''],
      [['R10'], 'an encrypted file is refused', 'entry.isEncrypted()', 'false'],
    ],
  },
  {
    file: 'lib/reporting/upload/read-upload.ts',
    tests: [archives],
    guards: [
      [
        ['R10', 'R12'],
        'files wait for their turn, and so many only',
        'await inTurn(() => (',
        'await (async (work) => work())(() => (',
      ],
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
    ],
  },
  {
    file: 'lib/reporting/upload/parse-sheet.mjs',
    tests: [upload],
    guards: [[['R10'], 'a file has so many cells', 'if (this.#told > cells)', 'if (false)']],
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
];
