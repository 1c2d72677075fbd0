import type { GuardedFile } from './guard';

const steps = 'lib/monitoring/consequences/consequences.test.ts';
const rules = 'lib/monitoring/consequences/rules/rules.test.ts';
const real = 'lib/monitoring/consequences/real-rules.test.ts';
const recount = 'lib/monitoring/consequences/recount.test.ts';
const published = 'lib/monitoring/consequences/published.test.ts';

/** Guards of consequences: who sees them, what was told alone counts, nothing twice, and the second person behind a rule. */
export const consequenceGuards: readonly GuardedFile[] = [
  {
    file: 'lib/monitoring/consequences/take-step.ts',
    tests: [steps],
    guards: [
      [
        ['R3', 'consequence.confirm', 'consequence.decline', 'consequence.enter', 'consequence.complete'],
        'a consequence that moved takes no step',
        'if (held.version !== version)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/consequences/steps.ts',
    tests: [steps],
    guards: [
      [
        ['R5', 'consequence.enter'],
        'what is recorded has happened',
        "'on' in step && step.on > today ? 'future' : null",
        'null',
      ],
    ],
  },
  {
    file: 'lib/monitoring/consequences/queries.ts',
    tests: [steps],
    guards: [
      [['R2'], 'a unit sees nothing of other units', '${of}.org_unit_code = ${unitCode} and', 'true and'],
      [
        ['R2'],
        'a unit sees nothing that is not confirmed',
        ' and ${of}.state = any(${sql.param([...toldStates])}::text[])',
        '',
      ],
    ],
  },
  {
    file: 'lib/monitoring/consequences/run-rules.ts',
    tests: [real],
    guards: [
      [
        ['consequence.propose'],
        'a streak is proposed once, wherever it begins since',
        'c.key collate "C" between m.first and m.last',
        'c.key = m.key',
      ],
    ],
  },
  {
    file: 'lib/monitoring/consequences/met/queries.ts',
    tests: [real, recount],
    guards: [
      [
        ['consequence.propose'],
        'a lamp counts once it was told',
        "l.colour = 'red' and l.told_at is not null and",
        "l.colour = 'red' and",
      ],
      [
        ['consequence.propose'],
        'a result counts once it is published',
        "and r.state = 'published' and p.ends_on",
        'and p.ends_on',
      ],
      [
        ['consequence.propose'],
        'the last of the places is counted from the end',
        'order by s.rank desc',
        'order by s.rank',
      ],
      [['consequence.propose'], 'a day is late on the day itself', '- f.due_on >= ', '- f.due_on > '],
    ],
  },
  {
    file: 'lib/monitoring/consequences/rules/adopt-rule.ts',
    tests: [rules],
    guards: [
      [
        ['R5', 'consequenceRules.adopt'],
        'who drafted a rule does not adopt it',
        'if (held.editedBy === principal.userId)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/consequences/rules/save-rule.ts',
    tests: [rules],
    guards: [
      [
        ['R3', 'consequenceRules.save'],
        'a rule that moved is not overwritten',
        'if (held.version !== version)',
        'if (false)',
      ],
      [['R5'], 'an adopted rule is not edited', "if (held.state === 'draft') {", 'if (true) {'],
    ],
  },
  {
    file: 'lib/monitoring/consequences/rules/end-rule.ts',
    tests: [rules],
    guards: [
      [['R3', 'consequenceRules.end'], 'a rule that moved is not ended', 'if (held.version !== version)', 'if (false)'],
    ],
  },
  {
    file: 'lib/assessment/runs/publish-run.ts',
    tests: [published],
    guards: [
      [
        ['run.publish'],
        'the rules run with a publication',
        "await runRules(work, ['lastPlaces', 'grades'])",
        '[] as never[]',
      ],
    ],
  },
];
