import type { GuardedFile } from './guard';

const indicators = 'lib/catalogue/indicators/editing/editing.test.ts';
const workbook = 'lib/catalogue/workbook/workbook.test.ts';
const bulk = 'lib/catalogue/workbook/bulk.test.ts';
const found = 'app/server/found-named.test.ts';
const faults = 'lib/catalogue/workbook/faults.test.ts';
const topics = 'lib/catalogue/topics/topics.test.ts';
const derived = 'lib/observations/derived/derived.test.ts';
const place = 'lib/dashboards/place/place.test.ts';

/** Guards of the place, indicators, topics and formulas. */
export const catalogueGuards: readonly GuardedFile[] = [
  {
    file: 'lib/dashboards/place/draft-place.ts',
    tests: [place],
    guards: [
      [['R3', 'place.draft'], 'a draft that moved is not overwritten', 'held.version !== version', 'false'],
      [['place.draft'], 'a name outside the catalogue is refused', 'if (first) throw', 'if (false) throw'],
    ],
  },
  {
    file: 'lib/dashboards/place/adopt-place.ts',
    tests: [place],
    guards: [
      [
        ['R3', 'place.adopt'],
        'only the draft that was looked at is adopted',
        '!draft.isDraft || draft.version !== version',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/indicators/locked-indicator.ts',
    tests: [indicators],
    guards: [
      [
        ['R3', 'indicator.edit', 'indicator.define', 'indicator.retire', 'indicator.delete'],
        'an indicator that moved is not changed',
        'version !== undefined && held.version !== version',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/indicators/editing/edit-indicator.ts',
    tests: [indicators],
    guards: [[['indicator.edit'], 'what figures depend on stays', 'if (fixed) throw', 'if (false) throw']],
  },
  {
    file: 'lib/catalogue/indicators/editing/create-indicator.ts',
    tests: [indicators],
    guards: [[['indicator.create'], 'a code is given once', 'if (isTaken) throw', 'if (false) throw']],
  },
  {
    file: 'lib/catalogue/indicators/editing/delete-indicator.ts',
    tests: [indicators],
    guards: [[['indicator.delete'], 'what is used is not deleted', 'if (!isUnused(uses)) throw', 'if (false) throw']],
  },
  {
    file: 'lib/catalogue/topics/edit-topic.ts',
    tests: [topics],
    guards: [
      [
        ['R3', 'topic.edit'],
        'a topic that moved is not changed',
        'if (held.version !== version) throw',
        'if (false) throw',
      ],
    ],
  },
  {
    file: 'lib/catalogue/topics/order-indicators.ts',
    tests: [topics],
    guards: [
      [
        ['R3', 'topic.orderIndicators'],
        'an order of a topic that moved is not set',
        'held.version !== version',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/topics/delete-topic.ts',
    tests: [topics],
    guards: [
      [['topic.delete'], 'a topic in use is not deleted', 'uses.indicators + uses.topics + uses.sections > 0', 'false'],
    ],
  },
  {
    file: 'lib/catalogue/topics/order-topics.ts',
    tests: [topics],
    guards: [
      [['topic.create', 'topic.edit'], 'a name of a topic is given once', 'if (isNamed) throw', 'if (false) throw'],
    ],
  },
  {
    file: 'lib/observations/derived/derive-indicator.ts',
    tests: [derived],
    guards: [
      [['R3', 'indicator.derive'], 'a formula that moved is not changed', '(held?.version ?? 0) !== version', 'false'],
      [
        ['R5', 'indicator.derive'],
        'a second person changes the formula of shown figures',
        'held !== undefined && (',
        'false && (',
      ],
    ],
  },
  {
    file: 'lib/catalogue/workbook/import-catalogue.ts',
    tests: [workbook, bulk],
    guards: [
      [['R3', 'catalogue.import'], 'what was previewed is what is written', 'follows !== mark', 'false'],
      [['R5', 'catalogue.import'], 'changes of the past have a reason', 'if (lacksReason)', 'if (false)'],
      [
        ['catalogue.import'],
        'all is undone by one fault',
        "{ kind: 'faults', faults: progress.faults.slice(0, mostFaults), total }, changes: []",
        "{ kind: 'faults', faults: progress.faults.slice(0, mostFaults), total }, changes: progress.changes",
      ],
      [['catalogue.import'], 'a preview writes nothing', 'isPreview || isNothing', 'isNothing'],
    ],
  },
  {
    file: 'lib/catalogue/workbook/writing/write-units.ts',
    tests: [workbook],
    guards: [
      [
        ['R5', 'catalogue.import'],
        'a used name changes from a day on',
        '(await usesOfUnit(work.tx, row.code)).length > 0',
        '(await usesOfUnit(work.tx, row.code)).length > 1000',
      ],
    ],
  },
  {
    file: 'lib/catalogue/workbook/writing/write-targets.ts',
    tests: [workbook],
    guards: [
      [
        ['R5', 'catalogue.import'],
        'an issued target is not typed over',
        'asked.filter(({ found }) => !found.issued)',
        'asked',
      ],
    ],
  },
  {
    file: 'lib/catalogue/workbook/reading/read-cell.ts',
    tests: [faults],
    guards: [
      [
        ['catalogue.import'],
        'a formula is no value',
        "['formula', 'error', 'struck', 'raised', 'oddFormat'] as const",
        "['error', 'struck', 'raised', 'oddFormat'] as const",
      ],
    ],
  },
  {
    file: 'lib/observations/by-digits/queries.ts',
    tests: ['lib/observations/by-digits/by-digits.test.ts'],
    guards: [
      [
        ['R2'],
        'who may read a figure finds it by its digits',
        'readable(principal, sql`o.org_unit_code`)',
        'sql`true`',
      ],
    ],
  },
  {
    file: 'lib/monitoring/follow-ups/search/queries.ts',
    tests: [found],
    guards: [[['R2'], 'a follow-up out of sight is not found', ' and ${inSight(principal, sql`f`)}', '']],
  },
  {
    file: 'lib/monitoring/task-lists/search/queries.ts',
    tests: [found],
    guards: [
      [['R2'], 'the list of another unit is not found', ' and ${inSight(principal, sql`u.code`)}', ''],
      [['R2'], 'a task of another unit is not found', ' and ${inSight(principal, sql`k.org_unit_code`)}', ''],
    ],
  },
];
