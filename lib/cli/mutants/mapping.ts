import type { GuardedFile } from './guard';

const sheets = 'lib/reporting/mapping/sheets/mapped-sheets.test.ts';
const carried = 'lib/reporting/mapping/sheets/carried-growth.test.ts';
const batch = 'lib/reporting/mapping/sheets/batch-sheets.test.ts';
const draft = 'lib/reporting/mapping/sheets/draft.test.ts';

/** Guards of sheets that are read as they come. */
export const mappingGuards: readonly GuardedFile[] = [
  {
    file: 'lib/reporting/mapping/sheets/locked-sheet.ts',
    tests: [sheets],
    guards: [
      [
        ['R2', 'mapping.save', 'mapping.abandon', 'mapping.keep'],
        'the sheets of another desk are not found',
        "eq(mappedSheet.holder, holderOf(principal) ?? '')",
        'eq(mappedSheet.id, id)',
      ],
      [
        ['R3', 'mapping.save', 'mapping.abandon', 'mapping.keep'],
        'a colleague’s change is not overwritten',
        'found.version !== version',
        'false',
      ],
      [['R5', 'mapping.save'], 'a sheet that is done does not change', "found.state !== 'open'", 'false'],
    ],
  },
  {
    file: 'lib/reporting/mapping/sheets/upload-sheet.ts',
    tests: [sheets],
    guards: [
      [['R4', 'mapping.upload'], 'a file that is open counts once', 'if (before) return', 'if (false) return'],
      [['mapping.upload'], 'who has no desk keeps no sheet', 'holder === null', 'false'],
    ],
  },
  {
    file: 'lib/reporting/mapping/typed-mapping.ts',
    tests: [sheets],
    guards: [
      [
        ['mapping.save'],
        'a name that nobody knows is told and not read',
        "if (read.kind === 'one') return read.code;",
        "if (read.kind !== 'either') return typed;",
      ],
    ],
  },
  {
    file: 'lib/reporting/mapping/kept/locked-kept.ts',
    tests: [sheets],
    guards: [
      [
        ['R2', 'mapping.rename', 'mapping.retire'],
        'the mappings of another desk are not found',
        "eq(keptMapping.holder, holderOf(principal) ?? '')",
        'eq(keptMapping.id, id)',
      ],
      [
        ['R3', 'mapping.rename', 'mapping.retire'],
        'a kept mapping changed meanwhile is not overwritten',
        'found.version !== version',
        'false',
      ],
    ],
  },
  {
    file: 'lib/reporting/mapping/kept/retire-kept.ts',
    tests: [sheets],
    guards: [[['R5', 'mapping.retire'], 'a mapping that was used is not deleted', 'if (uses === 0)', 'if (uses >= 0)']],
  },
  {
    file: 'lib/reporting/mapping/sheets/queries.ts',
    tests: [batch],
    guards: [
      [
        ['R2', 'mapping.cite'],
        'the file of a sheet is for its desk and who checks its figures',
        'where m.id = ${id} and ${condition}`',
        'where m.id = ${id} and (true or ${condition})`',
      ],
    ],
  },
  {
    file: 'lib/reporting/mapping/sheets/cite-sheet.ts',
    tests: [sheets, carried],
    guards: [
      [
        ['R5', 'mapping.cite'],
        'a growth of which the sheet has no column stays',
        'figure.yoy === null && figure.emptyYoy === null',
        'false',
      ],
      [['R3', 'mapping.cite'], 'what was previewed is what is recorded', 'follows !== mark', 'false'],
      [['R5', 'mapping.cite'], 'a change of shown figures has a reason', 'counts.changed > 0', 'counts.changed < 0'],
      [['mapping.cite'], 'a rank has the set that it is in', "rankScope === '' &&", 'false &&'],
    ],
  },
  {
    file: 'lib/reporting/mapping/read-mapped.ts',
    tests: [sheets],
    guards: [
      [
        ['R2', 'mapping.cite'],
        'a department records figures of its own indicators alone',
        'isInReach === false ?',
        'isInReach === null ?',
      ],
    ],
  },
  {
    file: 'lib/reporting/mapping/draft-rows.ts',
    tests: [draft],
    guards: [
      [
        ['R2', 'mapping.fill'],
        'a reporter’s sheet fills the own return alone',
        'figure.unitCode === unitCode)',
        "figure.unitCode !== '')",
      ],
    ],
  },
];
