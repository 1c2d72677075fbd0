import type { GuardedFile } from './guard';

const lists = 'lib/monitoring/task-lists/task-lists.test.ts';
const replay = 'lib/monitoring/task-lists/replay.test.ts';
const played = 'lib/cli/demonstration/task-lists.test.ts';

/** Guards of task lists: who sees them, nothing handed out twice, and nothing changed that was handed out. */
export const taskListGuards: readonly GuardedFile[] = [
  {
    file: 'lib/monitoring/task-lists/take-step.ts',
    tests: [lists],
    guards: [
      [
        ['R3', 'task.plan', 'task.note', 'task.move', 'task.withdraw'],
        'a task that moved takes no step',
        'if (held.version !== version)',
        'if (false)',
      ],
      [
        ['R2', 'task.plan', 'task.note', 'task.move'],
        'a page of another unit takes no step',
        'unit !== principal.unitCode || held.unit !== principal.unitCode',
        'false',
      ],
    ],
  },
  {
    file: 'lib/monitoring/task-lists/steps.ts',
    tests: [lists, replay],
    guards: [
      [
        ['R5', 'task.move'],
        'a task begins, and is done, with a measure',
        "&& measure === '' ? 'noMeasure' : null",
        "&& false ? 'noMeasure' : null",
      ],
      [
        ['R5', 'task.withdraw'],
        'what is done is not withdrawn',
        'withdraw: openStates',
        "withdraw: [...openStates, 'done']",
      ],
    ],
  },
  {
    file: 'lib/monitoring/task-lists/queries.ts',
    tests: [lists],
    guards: [[['R2'], 'a unit sees no list of another', 'return sql`${unit} = ${unitCode}`', 'return sql`true`']],
  },
  {
    file: 'lib/monitoring/task-lists/add-task.ts',
    tests: [lists],
    guards: [
      [
        ['task.add'],
        'a task belongs to a follow-up of its unit',
        "and org_unit_code = ${unit} and state <> 'raised'",
        "and state <> 'raised'",
      ],
    ],
  },
  {
    file: 'lib/monitoring/task-lists/page/queries.ts',
    tests: [lists],
    guards: [
      [['R5'], 'the due date itself is not late', 'k.due_on < ${today}::date)`', 'k.due_on <= ${today}::date)`'],
    ],
  },
  {
    file: 'lib/monitoring/task-lists/portrait/queries.ts',
    tests: [played],
    guards: [[['R2'], 'a lamp counts as it was told', 'month, told_at is null, version desc', 'month, version desc']],
  },
  {
    file: 'lib/monitoring/task-lists/templates/save-template.ts',
    tests: [lists],
    guards: [
      [
        ['R5', 'taskTemplate.save'],
        'tasks that were handed out stay',
        'held?.tasks.slice(0, held.handed) ?? []',
        '[] as never[]',
      ],
      [['taskTemplate.save'], 'a day is within the year', 'dueOn.startsWith(`${year}-`)', 'true'],
    ],
  },
  {
    file: 'lib/monitoring/task-lists/templates/queries.ts',
    tests: [lists],
    guards: [
      [
        ['R3', 'taskTemplate.save', 'taskTemplate.handOut'],
        'a template that moved is not overwritten',
        'if (held.version !== version)',
        'if (false)',
      ],
    ],
  },
  {
    file: 'lib/monitoring/task-lists/templates/hand-out-template.ts',
    tests: [lists],
    guards: [
      [
        ['taskTemplate.handOut'],
        'a sequence stands for its present members',
        '(m.valid_to is null or m.valid_to >= ${today}::date)',
        'true',
      ],
    ],
  },
];
