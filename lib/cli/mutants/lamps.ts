import type { GuardedFile } from './guard';

const ruleSets = 'lib/monitoring/lamps/rule-sets/rule-sets.test.ts';
const reports = 'lib/monitoring/reports/reports.test.ts';
const stored = 'lib/monitoring/lamps/stored-lamps.test.ts';

/** Guards of lamps: their rules by two people, and what was told stays. */
export const lampGuards: readonly GuardedFile[] = [
  {
    file: 'lib/monitoring/lamps/rule-sets/save-rule-set.ts',
    tests: [ruleSets],
    guards: [
      [
        ['R3', 'lampRules.save'],
        'a draft that moved is not overwritten',
        'if (held.version !== version)',
        'if (false)',
      ],
      [['lampRules.save'], 'what holds is not edited', "if (held.state === 'draft')", 'if (true)'],
      [['lampRules.save'], 'one draft of a set at a time', 'row && row.drafts > 0', 'false'],
    ],
  },
  {
    file: 'lib/monitoring/lamps/rule-sets/adopt-rule-set.ts',
    tests: [ruleSets],
    guards: [
      [['R3', 'lampRules.adopt'], 'a draft that moved is not adopted', 'if (held.version !== version)', 'if (false)'],
      [
        ['R5', 'lampRules.adopt'],
        'nobody adopts rules that they edited last',
        'if (held.editedBy === principal.userId)',
        'if (false)',
      ],
      [
        ['lampRules.adopt'],
        'a year that is over keeps its lamps',
        'Number(held.validFrom.slice(0, 4)) < yearOf(now)',
        'false',
      ],
    ],
  },
  {
    file: 'lib/monitoring/lamps/rule-sets/end-rule-set.ts',
    tests: [ruleSets],
    guards: [
      [['R3', 'lampRules.end'], 'rules that moved are not ended', 'if (held.version !== version)', 'if (false)'],
      [['lampRules.end'], 'rules end once', "if (held.state === 'ended')", 'if (false)'],
    ],
  },
  {
    file: 'lib/monitoring/lamps/by-hand/set-lamp.ts',
    tests: ['lib/monitoring/lamps/by-hand/set-lamp.test.ts'],
    guards: [
      [['R3', 'lamp.set'], 'a lamp that moved is not set', 'if ((last?.version ?? 0) !== version)', 'if (false)'],
      [['lamp.set'], 'what the rules judged is not set', 'if (isLit && !last.isByHand)', 'if (false)'],
      [
        ['lamp.set'],
        'a month to come is not set',
        'if (monthText({ year, month }) > todayOf({ now }).slice(0, 7))',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/reports/publish-report.ts',
    tests: [reports],
    guards: [
      [
        ['R5', 'report.publish'],
        'nobody publishes a report that they prepared',
        'if (held.preparedBy === principal.userId)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/reports/queries.ts',
    tests: [reports],
    guards: [
      [
        ['R3', 'report.edit', 'report.publish', 'report.drop'],
        'a report that moved is not changed',
        'if (held.version !== version)',
        'if (false)',
      ],
      [['report.edit', 'report.drop'], 'a published report stays', "if (held.state !== 'draft')", 'if (false)'],
      [
        ['report.prepare'],
        'a report shows what was told by then',
        'toldBy: publishedAt,',
        "toldBy: new Date('9999-12-31'),",
      ],
      [
        ['report.publish'],
        'a report compares itself with what was published before it',
        'r.published_at <= ',
        'r.published_at >= ',
      ],
    ],
  },
  {
    file: 'lib/monitoring/reports/prepare-report.ts',
    tests: [reports],
    guards: [[['report.prepare'], 'one draft of a report at a time', 'if (found.drafts > 0)', 'if (false)']],
  },
  {
    file: 'lib/monitoring/reports/standings/queries.ts',
    tests: ['lib/monitoring/reports/standings/standings.test.ts'],
    guards: [
      [
        ['R3'],
        'a report tells unconfirmed deductions of other units only to those who read the ledger',
        '(seesAll || one.unit.code === principal.unitCode ? one',
        '(true ? one',
      ],
      [['R3'], 'a report tells nothing of a unit that may not be read', 'one.rows.filter(mayRead)', 'one.rows'],
    ],
  },
  {
    file: 'lib/monitoring/year-plan/save-year-plan.ts',
    tests: ['lib/monitoring/year-plan/year-plan.test.ts'],
    guards: [
      [
        ['yearPlan.save'],
        'a plan of a year that moved is not changed',
        'if ((held?.version ?? 0) !== version)',
        'if (false)',
      ],
      [['yearPlan.save'], 'a step is due after its time', 'if (early.length > 0)', 'if (false)'],
    ],
  },
  {
    file: 'lib/monitoring/lamps/lighting/changed-lamps.ts',
    tests: [stored],
    guards: [
      [
        ['R5'],
        'a lamp that was told is not replaced',
        'if (last && !isKept(last)) replace.push(last);',
        'if (last) replace.push(last);',
      ],
      [['lamp.set'], 'what somebody set stays', 'isTold || setBy !== null', 'isTold'],
    ],
  },
];
