import type { GuardedFile } from './guard';

const bulletins = 'lib/publishing/bulletins/bulletins.test.ts';
const reports = 'lib/publishing/bulletins/monitoring/monitoring.test.ts';
const scores = 'lib/publishing/bulletins/score/score.test.ts';
const reminders = 'lib/publishing/bulletins/reminder/reminder.test.ts';
const tasks = 'lib/publishing/bulletins/tasks/tasks.test.ts';
const marks = 'lib/publishing/bulletins/marks.test.ts';

/** Guards of documents: a number is never typed, another person checks, and an issued one stays. */
export const bulletinGuards: readonly GuardedFile[] = [
  {
    file: 'lib/publishing/bulletins/marks.ts',
    tests: [marks],
    guards: [
      [
        ['R5', 'bulletin.edit'],
        'a mark that stands for nothing is a fault',
        'return facts.has(part.mark) ? []',
        'return true ? []',
      ],
    ],
  },
  {
    file: 'lib/publishing/bulletins/refuse-faults.ts',
    tests: [bulletins],
    guards: [
      [
        ['R5', 'bulletin.edit', 'bulletin.check'],
        'words that are not bound are refused',
        'if (first) throw',
        'if (false) throw',
      ],
    ],
  },
  {
    file: 'lib/publishing/bulletins/check-bulletin.ts',
    tests: [bulletins],
    guards: [
      [
        ['R5', 'bulletin.check'],
        'nobody checks a document that they wrote',
        'if (held.editedBy === principal.userId)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/publishing/bulletins/ranking/queries.ts',
    tests: [bulletins],
    guards: [
      [
        ['R5', 'bulletin.issue'],
        'no document is issued on a run that is replaced at the same moment',
        'select from run where id = ${run} for share',
        'select 1',
      ],
      [
        ['R2', 'bulletin.draft', 'bulletin.issue'],
        'a document is of a published run',
        "if (run?.state !== 'published')",
        'if (run === null)',
      ],
    ],
  },
  {
    file: 'lib/publishing/bulletins/monitoring/queries.ts',
    tests: [reports],
    guards: [
      [
        ['R5', 'bulletin.issue'],
        'no document is issued on a report that is corrected at the same moment',
        'lock table monitoring_report in share mode',
        'select 1',
      ],
      [
        ['R2', 'bulletin.draft', 'bulletin.issue'],
        'a document is of a report that nothing corrects',
        'if (corrected) return null;',
        'if (false) return null;',
      ],
      [
        ['R5', 'bulletin.draft'],
        'what is not confirmed is in no document',
        'filter(({ confirmed }) => confirmed.entries > 0)',
        'filter(() => true)',
      ],
    ],
  },
  {
    file: 'lib/publishing/bulletins/score/queries.ts',
    tests: [scores],
    guards: [
      [
        ['R2', 'bulletin.draft', 'bulletin.issue'],
        'a letter is of a published run',
        "if (run?.state !== 'published')",
        'if (!run)',
      ],
    ],
  },
  {
    file: 'lib/publishing/bulletins/reminder/queries.ts',
    tests: [reminders],
    guards: [
      [
        ['R2', 'bulletin.draft', 'bulletin.issue'],
        'a reminder is of what was confirmed',
        '|| !told.includes(view.state)',
        '',
      ],
    ],
  },
  {
    file: 'lib/publishing/bulletins/issue-bulletin.ts',
    tests: [bulletins, tasks],
    guards: [
      [
        ['R5', 'bulletin.issue'],
        'what reads otherwise since the check is not issued',
        'if (held.checkedAs !== contentMark(',
        'if (false && held.checkedAs !== contentMark(',
      ],
      [['R5', 'bulletin.issue'], 'what was not checked is not issued', "if (held.state !== 'checked')", 'if (false)'],
    ],
  },
  {
    file: 'lib/publishing/bulletins/queries.ts',
    tests: [bulletins],
    guards: [
      [
        ['R3', 'bulletin.edit', 'bulletin.check', 'bulletin.issue', 'bulletin.drop'],
        'a document that moved is not changed',
        'if (held.version !== version)',
        'if (false)',
      ],
      [['R3', 'bulletin.drop'], 'an issued document stays', "if (held.state === 'issued')", 'if (false)'],
    ],
  },
  {
    file: 'lib/publishing/bulletins/queries.ts',
    tests: [scores, reminders],
    guards: [
      [
        ['R2', 'bulletin.issue'],
        'a letter is seen by its own unit alone',
        'b.org_unit_code is null or b.org_unit_code = ${unitCode}',
        'true',
      ],
      [
        ['R2', 'bulletin.draft'],
        'a letter corrects one to the same unit',
        'and org_unit_code is not distinct from ${unit}',
        '',
      ],
    ],
  },
];
