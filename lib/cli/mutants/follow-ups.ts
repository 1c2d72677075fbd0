import type { GuardedFile } from './guard';

const followUps = 'lib/monitoring/follow-ups/follow-ups.test.ts';
const steps = 'lib/monitoring/follow-ups/steps.test.ts';
const dropped = 'lib/monitoring/follow-ups/dropped.test.ts';
const remarks = 'lib/monitoring/follow-ups/remarks/remarks.test.ts';
const replay = 'lib/monitoring/follow-ups/replay.test.ts';

/** Guards of follow-ups: whose they are, their steps in order, and the second person who closes them. */
export const followUpGuards: readonly GuardedFile[] = [
  {
    file: 'lib/monitoring/follow-ups/take-step.ts',
    tests: [followUps],
    guards: [
      [
        [
          'R3',
          'followUp.sign',
          'followUp.plan',
          'followUp.note',
          'followUp.report',
          'followUp.assign',
          'followUp.edit',
          'followUp.remarkUpon',
        ],
        'a follow-up that moved takes no step',
        'if (held.version !== shown.version)',
        'if (false)',
      ],
      [
        ['R2', 'followUp.attach', 'followUp.askExtension'],
        'a unit that assists does nothing in the place of the unit that answers',
        'held.unit !== principal.unitCode',
        'false',
      ],
    ],
  },
  {
    file: 'lib/monitoring/follow-ups/queries.ts',
    tests: [followUps, dropped, remarks],
    guards: [
      [['followUp.raise'], 'one follow-up is raised from a remark', 'if (remark.followUpId !== null)', 'if (false)'],
      [['followUp.answerRemark'], 'a remark is answered once', 'if (remark.answer !== null)', 'if (false)'],
      [
        ['R2'],
        'a unit sees nothing of other units',
        '(${of}.org_unit_code = ${unitCode} or ${of}.assisting ? ${unitCode})',
        'true',
      ],
      [['R2'], 'a unit sees nothing that is not assigned', "${of}.state <> 'raised' and", 'true and'],
      [['R2'], 'a unit sees nothing that was dropped before', 'and ${isHandedOut} and', 'and'],
    ],
  },
  {
    file: 'lib/monitoring/follow-ups/steps.ts',
    tests: [steps, replay, followUps],
    guards: [
      [
        ['R5', 'followUp.check', 'followUp.sendBack', 'followUp.close'],
        'who reported does not check it',
        "held.reportedBy === by.actor ? 'ownReport' : null",
        'null',
      ],
      [
        ['R5', 'followUp.decideExtension'],
        'who asked for an extension does not decide it',
        "held.extension.by === by.actor ? 'ownAsk' : null",
        'null',
      ],
      [
        ['followUp.transfer'],
        'the new unit types measures of its own',
        "...{ measures: '', reportedBy: null, extension: null },",
        '',
      ],
    ],
  },
  {
    file: 'lib/reporting/attachments/demand-room.ts',
    tests: [followUps, 'lib/assessment/appeals/appeals.test.ts'],
    guards: [
      [
        ['R18', 'followUp.attach', 'appeal.attach'],
        'a list of evidence has an end',
        'if (held >= mostEvidence)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/follow-ups/drop-follow-up.ts',
    tests: [dropped],
    guards: [
      [
        ['followUp.drop'],
        'one that a unit signed for is not dropped',
        "kind in ('sign', 'absorb')",
        "kind in ('absorb')",
      ],
      [
        ['followUp.drop'],
        'the remark of one that was dropped waits again',
        'where(eq(leaderRemark.followUpId, shown.id))',
        'where(sql`false`)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/follow-ups/close-follow-up.ts',
    tests: ['lib/monitoring/follow-ups/condition/condition.test.ts'],
    guards: [
      [
        ['followUp.close'],
        'one whose condition no figure satisfies is closed only by who says so',
        'if (isOpen && !despite)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/follow-ups/merge-follow-ups.ts',
    tests: [followUps],
    guards: [
      [['R2', 'followUp.merge'], 'those of two units are not merged', 'if (other.unit !== own.unit)', 'if (false)'],
    ],
  },
  {
    file: 'lib/monitoring/follow-ups/remarks/write-remark.ts',
    tests: [remarks],
    guards: [
      [['followUp.remark'], 'a remark is about what there is', 'if (found.length === 0)', 'if (false)'],
      [['R2', 'followUp.remark'], 'no remark is about a run that is not out', 'and ${isOut} and', 'and'],
      [['R2', 'followUp.remark'], 'no remark is about a draft', "and state = 'published'", ''],
    ],
  },
];
