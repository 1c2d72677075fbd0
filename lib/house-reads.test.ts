import { describe, expect, test } from 'vitest';
import { app, codeOf, isTool, lib } from '@/lib/testing/house-files';

const queries = lib.filter((file) => file.endsWith('/queries.ts') && !file.startsWith('lib/health/'));

/** Reads that are the same for every principal, and therefore take none. */
const sameForAll: Record<string, readonly string[]> = {
  'names and codes of the catalogue, which everybody may read': [
    'departments',
    'formulaOf',
    'indicatorChoices',
    'indicatorsOfDepartment',
    'knownCodes',
    'catalogueNames',
    'knownUnits',
    'measuresOf',
    'namedIndicators',
    'namesOfUnits',
    'overviewNames',
    'shownPlace',
    'draftedPlace',
    'placeChoices',
    'rankGroups',
    'refuseUnknown',
    'reorganisationsOf',
    'reorganisedOn',
    'sourceHead',
    'sourceTitles',
    'topicNames',
    'unitChoices',
  ],
  'what a command works on, locked or held after its permission was asked; the command looks at the scope': [
    'frozenReport',
    'heldRules',
    'heldVersion',
    'latestRule',
    'lockedCollection',
    'lockedScheme',
    'lockedUser',
    'outcomeOf',
    'batchesOf',
    'returnFigures',
    'runToChange',
    'usesOfGroup',
    'usesOfUnit',
  ],
  'the periods of which half of a sequence has figures, counted on write for all readers': ['latestCovered'],
  'what a scheme is checked against: the whole of its group, or faults would be missed': ['schemeCatalogue'],
  'what moved between lamps that the caller reads for somebody': ['turnsBetween'],
  'all that a run is computed from and judged by, which depends on no reader': ['frozenNow', 'openQuestions'],
  'what a sign-in needs before anybody is somebody': ['demonstrationUsers', 'isKnownDevice', 'passwordHash'],
  'which backup the clock has to begin': ['backupsDue'],
  'who reads by a token': ['framingSites', 'principalOfToken', 'shownByToken'],
  'whole by their purpose: the chain is walked from its beginning, the demonstration is acted by all its people': [
    'demonstrationPrincipals',
    'verifiedChain',
  ],
};

const namesIn = (groups: Record<string, readonly string[]>) => Object.values(groups).flat().sort();

describe('reads', () => {
  const declared = queries.flatMap((file) =>
    [
      ...codeOf(file).matchAll(
        /export\s+(?:async function\s+(\w+)[^(]*\(|const\s+(\w+)[^;=]*=[^;]*?async\s*\()\s*([^)]*)/g,
      ),
    ].map(([, name = '', constant, parameters = '']) => ({ name: name || `${constant}`, parameters })),
  );

  // A transaction may come before the principal, and the work of a command contains one; the session query returns the
  // principal itself. That a named principal is used, the compiler checks.
  test('every query takes the principal first, or is in the list of reads that are the same for all', () => {
    const asking = /^((tx: Tx,\s*)?_?principal: (?:Pick<)?Principal|work: (?:Work|Asked)|caller: Caller)\b/;
    const asksNobody = declared.filter(({ parameters }) => !asking.test(parameters)).map(({ name }) => name);
    expect(asksNobody.sort()).toEqual(namesIn(sameForAll));
  });

  test('no parameter is an unused principal', () => {
    const lying = lib.flatMap((file) =>
      [...codeOf(file).matchAll(/\b(\w+)(?:<[^(]*>)?\([^)]*\b_principal\w*\s*:/g)].map(([, name]) => `${name}`),
    );
    expect(lying).toEqual([]);
  });
});

/** Rules about who sees what, each with the one file that writes it, and others that ask the same for a reason of theirs. */
const sightRules: readonly { rule: string; written: RegExp; files: Record<string, string> }[] = [
  {
    rule: 'of which units somebody reads figures',
    written: /\.units [!=]== 'all'|\bunits [!=]== 'all'/,
    files: {
      'lib/access/principal.ts': 'who reads nothing at all',
      'lib/access/queries.ts': 'the rule',
      'lib/assessment/package/queries.ts': 'a package holds every unit or is none',
      'lib/assessment/queries.ts': 'a run that stands and falls as a whole',
      'lib/catalogue/indicators/covered/queries.ts': 'counts that were kept are those of all units',
      'lib/catalogue/indicators/queries.ts': 'counts that were kept are those of all units',
      'lib/catalogue/sources/cited/queries.ts': 'counts that were kept are those of all units',
      'lib/publishing/csv/queries.ts': 'a statement behind a cursor is written for the driver',
    },
  },
  {
    rule: 'who sees which runs',
    written: /maySee\([^)]*'runs'\)/,
    files: {
      'lib/assessment/queries.ts': 'the rule',
      'lib/assessment/runs/listing/queries.ts':
        'the list of those who make, approve and audit runs: all of it or nothing',
    },
  },
  {
    rule: 'which runs are out',
    written: /'published',\s*'superseded'|'published'[^\n]{0,30}(\|\||or)[^\n]{0,30}'superseded'/,
    files: {
      'lib/assessment/words.ts': 'the rule, and the states that there are',
    },
  },
];

describe('who sees what', () => {
  test.each(sightRules)('$rule is written once', ({ written, files }) => {
    const writers = [...app, ...lib].filter((file) => !isTool(file) && written.test(codeOf(file)));
    expect(writers.sort()).toEqual(Object.keys(files));
  });
});

describe('writes', () => {
  /** Writes still in files of reads, each for its reason; moving one out removes its line. */
  const among: Record<string, string> = {
    'lib/access/auth/queries.ts': 'to find out who asks keeps the session alive, in the one statement of every request',
  };
  const statement =
    /\.(insert|update|delete)\(|\b(insert\s+into|delete\s+from|update\s+(\$\{[\w.]+\}|\w+)(\s+\w+)?\s+set)\b/i;

  test('are in files of their own, not among reads', () => {
    // A hash has a method of the same name.
    const codeWithoutHashes = (file: string) => codeOf(file).replace(/createHash\([^)]*\)\.update\(/g, '');
    const writing = queries.filter((file) => statement.test(codeWithoutHashes(file)));
    expect(writing.sort()).toEqual(Object.keys(among));
  });
});
