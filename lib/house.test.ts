import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { maySee, permissions } from '@/lib/access/permissions';
import { viewAt } from '@/lib/access/viewed';
import { choiceNames } from '@/lib/cookies';
import {
  app,
  code,
  codeOf,
  filesUnder,
  type Import,
  imports,
  isApp,
  isTest,
  isTool,
  lib,
  read,
  sources,
  tracked,
  valueImports,
} from '@/lib/testing/house-files';

const importText = ({ file, target }: Import) => `${file} → ${target}`;
const isWords = (path: string) => /(^|\/)words(\.ts)?$/.test(path);
const isDatabase = (target: string) => /^(db|drizzle-orm|postgres)(\/|$)/.test(target);

describe('who may import whom', () => {
  const laws: [law: string, broken: (file: string, target: string) => boolean][] = [
    ['lib and db import neither app nor e2e', (file, to) => /^(lib|db)\//.test(file) && /^(app|e2e)\//.test(to)],
    ['next and react stay under app', (file, to) => !isApp(file) && /^(next|react|react-dom)(\/|$)/.test(to)],
    ['app reaches the database through lib', (file, to) => isApp(file) && isDatabase(to)],
    [
      'the product imports neither the command line nor the support of tests',
      (file, to) => !isTool(file) && !/^(e2e|db)\//.test(file) && isTool(to),
    ],
    ['db imports only words from lib', (file, to) => file.startsWith('db/') && to.startsWith('lib/') && !isWords(to)],
    ['words import only words', (file, to) => isWords(file) && !isWords(to)],
    ['only tests of the browser import e2e', (file, to) => !file.startsWith('e2e/') && to.startsWith('e2e/')],
  ];

  test.each(laws)('%s', (_law, broken) => {
    const offences = code.flatMap(imports).filter(({ file, target }) => broken(file, target));
    expect(offences.map(importText)).toEqual([]);
  });

  test('a relative import stays inside its folder', () => {
    const climbing = sources.filter((file) => /(from\s+|import\s+|import\()['"]\.\.\//.test(codeOf(file)));
    expect(climbing).toEqual([]);
  });

  test('in lib only queries and commands touch the database; all else is pure, all the way down', () => {
    const pure = lib.filter((file) => !mayTouchDatabase(file));
    const offences = pure
      .flatMap(valueImports)
      .filter(({ target }) => isDatabase(target) || mayTouchDatabase(`${target}.ts`));
    expect(offences.map(importText)).toEqual([]);
  });

  test('a part that runs in the browser takes values from pure files only', () => {
    const client = app.filter((file) => /^['"]use client['"]/.test(codeOf(file).trimStart()));
    const offences = client
      .flatMap(valueImports)
      .filter(({ target }) => target.startsWith('app/server/') || mayTouchDatabase(`${target}.ts`));
    expect(offences.map(importText)).toEqual([]);
  });

  test('subject folders form no cycle', () => {
    expect(cyclesOf(subjectEdges())).toEqual([]);
  });

  test('no file only re-exports', () => {
    const barrels = sources.filter((file) =>
      /^\s*(export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?\s*)+$/.test(codeOf(file)),
    );
    expect(barrels).toEqual([]);
  });
});

function mayTouchDatabase(file: string): boolean {
  if (/^lib\/((.*\/)?queries|access\/command|access\/auth\/engine)\.ts$/.test(file) || isTool(file)) return true;
  return lib.includes(file) && (/=\s*command\(/.test(codeOf(file)) || isWrite(file));
}

/** Whether a file writes: its function takes the transaction or the work of a command, which no pure file does. */
function isWrite(file: string): boolean {
  return /^export async function \w+\(\s*(tx: Tx|database: Database|(work|\{[^}]*\}): (Work|Asked))\b/m.test(
    codeOf(file),
  );
}

/** The folders of lib, each with the folders whose values it uses. Files of words are left out. */
function subjectEdges(): Map<string, Set<string>> {
  const folder = (path: string) => posix.dirname(path);
  const edges = new Map<string, Set<string>>();
  for (const { file, target } of lib.filter((file) => !isTool(file)).flatMap(valueImports)) {
    if (!target.startsWith('lib/') || isWords(target) || folder(target) === folder(file)) continue;
    edges.set(folder(file), (edges.get(folder(file)) ?? new Set<string>()).add(folder(target)));
  }
  return edges;
}

function cyclesOf(edges: Map<string, Set<string>>): string[] {
  const cycles = new Set<string>();
  const cleared = new Set<string>();
  const walk = (at: string, path: readonly string[]) => {
    if (path.includes(at)) {
      cycles.add([...path.slice(path.indexOf(at)), at].join(' → '));
      return;
    }
    if (cleared.has(at)) return;
    for (const next of edges.get(at) ?? []) walk(next, [...path, at]);
    cleared.add(at);
  };
  for (const start of edges.keys()) walk(start, []);
  return [...cycles];
}

describe('names and sizes', () => {
  test('a notice is a paragraph and holds no block, which a browser would move out of it', () => {
    const block = /<Notice\b[^>]*>(?:(?!<\/Notice>)[\s\S])*<(p|div|ul|ol|dl|table|section|form|CommandForm|h\d)\b/;
    expect(app.filter((file) => block.test(codeOf(file)))).toEqual([]);
  });

  test('no file has a vague name', () => {
    const vague = sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc|index|types)\.[a-z]+$/.test(file));
    expect(vague).toEqual([]);
  });

  test('files are named in kebab-case', () => {
    const odd = sources.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(posix.basename(file)));
    expect(odd).toEqual([]);
  });

  test('a name in two languages, with a code or without, is one type', () => {
    const shape = /\{\s*(readonly )?(code: string;\s*(readonly )?)?nameZh: string;\s*(readonly )?nameEn: string;?\s*\}/;
    const own = [...app, ...lib].filter((file) => shape.test(codeOf(file)));
    expect(own).toEqual(['lib/i18n/words.ts']);
  });

  test('no unit, sequence or city of the data set is in the code, but for what measures it', () => {
    const codes = ['units.csv', 'peer_groups.csv'].flatMap((file) =>
      [...readFileSync(new URL(`../db/dataset/${file}`, import.meta.url), 'utf8').matchAll(/^([^,\n]+),/gm)].map(
        ([, code = '']) => code,
      ),
    );
    const shape = new RegExp(`['"\`](?:${codes.filter((code) => code !== 'code').join('|')})['"\`]|南通|Nantong`);
    const measures = /^lib\/cli\/(bench|mutants|fuzz|demonstration)\/|^lib\/testing\/|manuals|^lib\/access\/password\//;
    const own = [...app, ...lib].filter((file) => !measures.test(file) && shape.test(codeOf(file)));
    expect(own).toEqual([]);
  });

  test('no file is longer than 350 lines', () => {
    const long = tracked
      .filter((file) => /\.(tsx?|mjs|js|css)$/.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > 350);
    expect(long).toEqual([]);
  });
});

describe('connections', () => {
  const product = code.filter((file) => !file.startsWith('e2e/'));

  test('no statement is cancelled: the driver would give later answers to others', () => {
    const streams = /\b(reader|body|stream|stdin)\??\.cancel\(/g;
    expect(product.filter((file) => /\.cancel\(/.test(codeOf(file).replace(streams, '')))).toEqual([]);
  });

  test('only the client and the pool make a driver, and pages and commands work over the pool', () => {
    const makes = product.filter((file) => /\bpostgres\((?!ql)/.test(codeOf(file)));
    expect(makes.sort()).toEqual(['db/client.ts', 'db/pool.ts']);
    const opens = product.filter((file) => /\bopenSql\(/.test(codeOf(file)) && !file.startsWith('db/'));
    expect(opens.filter((file) => !isTool(file))).toEqual([]);
  });
});

// A page that depends on more than stored data says how long it may be kept. A citation and a printed page take theirs in the browser.
describe('pages that are kept', () => {
  const clock = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(/;
  const roomOf = (file: string) => posix.dirname(file).replace(/^app|\/\([a-z]+\)/g, '');

  test('take the time from app/server/clock.ts where visitors see them', () => {
    const isShown = (file: string) => !/^app\/(server|api)\/|\/(actions|fill-citation|printed-foot)\.tsx?$/.test(file);
    const pages = app.filter((file) => isShown(file) && maySee('visitor', viewAt(roomOf(file))));
    const made = [...pages, ...lib.filter((file) => !isTool(file))];
    expect(made.filter((file) => clock.test(codeOf(file)))).toEqual([]);
  });

  test('read only those headers and cookies of a request that are in their key, and those that the gate sets', () => {
    const readers = app.filter((file) => imports(file).some(({ target }) => target === 'next/headers'));
    const read = readers.flatMap((file) =>
      [...codeOf(file).matchAll(/\.get\((?:'([\w-]+)'|choiceNames\.(\w+))\)/g)].map(
        ([, name, chosen]) => name ?? chosen,
      ),
    );
    const known = ['cookie', 'locale', 'menu', 'origin', 'user-agent', 'x-nonce', 'x-path', 'x-request-id'];
    expect([...new Set(read)].sort()).toEqual(known);
  });
});

describe('cookies', () => {
  test('are named and given their attributes in one place, and the key of a page knows the same choices', () => {
    // The accounts library speaks of its own, which no browser is given.
    const others = ['app/server/page-key.mjs', 'lib/access/auth/engine.ts', 'lib/cookies.ts'];
    const naming = /__Host-|\bMax-Age=|[sS]ame[sS]ite|httpOnly|\(locale\|menu\)/;
    const writers = [...app, ...lib].filter((file) => !isTool(file) && naming.test(codeOf(file)));
    expect(writers.sort()).toEqual(others);
    expect(read('app/server/page-key.mjs')).toContain(`(${Object.values(choiceNames).join('|')})`);
  });
});

describe('writes', () => {
  const named = lib
    .filter((file) => /=\s*command\(/.test(codeOf(file)))
    .flatMap((file) => [...codeOf(file).matchAll(/=\s*command\(\{\s*name:\s*'([^']+)'/g)].map(([, name]) => name));

  test('a server action is nothing but a form’s way to a command', () => {
    const offences = app
      .filter((file) => /^['"]use server['"]/m.test(codeOf(file)))
      .flatMap((file) =>
        [...codeOf(file).matchAll(/^export\s+(?!const \w+ = action\(\w+,)(.*)$/gm)].map(
          ([, line]) => `${file}: ${line}`,
        ),
      );
    expect(offences).toEqual([]);
  });

  // The choice of language is stored in the browser alone: no data changes.
  test('a route that takes a write is nothing but a way to a command', () => {
    const offences = app
      .filter((file) => file.endsWith('/route.ts') && file !== 'app/api/locale/route.ts')
      .flatMap((file) =>
        [
          ...codeOf(file).matchAll(/^export\s+.*\b(POST|PUT|PATCH|DELETE)\b(?! = (command|writing)Route\(\w+).*$/gm),
        ].map(([line]) => `${file}: ${line}`),
      );
    expect(offences).toEqual([]);
  });

  test('every write from outside reaches its command through one function, which records refusals in the trail', () => {
    const givers = app.filter((file) => /\b(perform|refuseForeign|demandGrant)\(/.test(codeOf(file)));
    expect(givers.sort()).toEqual(['app/server/give-command.ts', 'app/server/refusal.ts']);
  });

  test('every command is in the table of permissions, and the table names no other', () => {
    expect(named.sort()).toEqual(Object.keys(permissions).sort());
  });
});

describe('tokens', () => {
  // Other random values: the salt of a password, the number of a fault, the nonce of a page and the launcher's own
  // secrets.
  const noTokens = [
    'app/server/kept-pages.mjs',
    'db/embedded/endpoint.ts',
    'lib/access/password/hashing.ts',
    'lib/cli/launch/web-settings.ts',
    'lib/cli/mutants/sessions.ts',
    'lib/log.ts',
    'proxy.ts',
  ];

  test('are made and read in one file, where each names its purpose', () => {
    const tools = /\b(createHmac|createSign|hkdf|hkdfSync|timingSafeEqual|randomBytes|subtle|cookieIn|cookieNames)\b/;
    const makers = [...app, ...lib, ...code.filter((file) => file.startsWith('db/'))]
      .filter((file) => tools.test(codeOf(file)))
      .filter((file) => !noTokens.includes(file));
    expect(makers.sort()).toEqual(['lib/access/auth/tokens.ts', 'lib/cookies.ts']);
    const readers = lib.flatMap(valueImports).filter(({ target }) => target === 'lib/cookies');
    expect(readers.map(({ file }) => file)).toEqual(['lib/access/auth/tokens.ts']);
  });
});

describe('figures', () => {
  const written = app.map((file) => ({ file, text: codeOf(file) }));

  test('an empty field is never coerced into zero or true', () => {
    expect(code.filter((file) => /\bz\.coerce\b/.test(codeOf(file)))).toEqual([]);
  });

  test('no figure is rounded by toFixed, which rounds 1.005 down', () => {
    const rounding = [...app, ...lib].filter((file) => !isTool(file) && codeOf(file).includes('.toFixed('));
    expect(rounding).toEqual([]);
  });

  test('how near computed amounts are equal is said in one place', () => {
    const nears = [...app, ...lib].filter((file) => !isTool(file) && /\b1e-(9|12)\b/.test(codeOf(file)));
    expect(nears).toEqual(['lib/statistics/noise.ts']);
  });

  test('no page holds a figure of the data set', () => {
    const figures = datasetFigures();
    const typed = written.flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\w#.,-])\d[\d,]*(?:\.\d+)?(?![\w.,-]*\w)/g)]
        .map(([number]) => number.replaceAll(',', ''))
        .filter((number) => figures.has(number))
        .map((number) => `${file}: ${number}`),
    );
    expect(typed).toEqual([]);
  });
});

/**
 * The values of the data set that are recognisable as figures: with decimals, or of four digits that are neither a year
 * nor a round number.
 */
function datasetFigures(): Set<string> {
  const tables = filesUnder('db/dataset').filter((file) => file.endsWith('.csv'));
  const numbers = tables.flatMap((file) => read(file).match(/(?<=^|,)\d{2,}(\.\d+)?(?=,|\r?$)/gm) ?? []);
  const telling = numbers.filter(
    (number) => /\d{2}\.\d/.test(number) || (Number(number) > 2100 && !number.endsWith('00')),
  );
  return new Set([...telling, '1048', '2100']);
}

describe('links', () => {
  // Pages are rendered on request, so a prefetch brings only their frame: fifteen requests for each page view.
  test('fetch nothing before they are followed', () => {
    const links = app.flatMap((file) => [...codeOf(file).matchAll(/<Link\b[^>]*/g)].map(([link]) => ({ file, link })));
    expect(links.filter(({ link }) => !link.includes('prefetch={false}'))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  });
});

describe('other hosts', () => {
  test('a page names no other host', () => {
    const names = filesUnder('app')
      .filter((file) => /\.(tsx?|css|svg)$/.test(file) && !isTest(file))
      .flatMap((file) =>
        [...codeOf(file).matchAll(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/gi)].map(([host]) => ({ file, host })),
      )
      .filter(({ host }) => !host.endsWith('//www.w3.org'));
    expect(names).toEqual([]);
  });

  test('the lock file and the npm settings name no registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
    expect(read('.npmrc')).not.toMatch(/registry\s*=|\/\//);
  });

  test('every dependency is pinned to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d/.test(`${version}`),
    );
    expect(loose).toEqual([]);
  });
});
