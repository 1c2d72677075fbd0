import type { GuardedFile } from './guard';

const units = 'lib/catalogue/units/desk/units.test.ts';
const groups = 'lib/catalogue/groups/groups.test.ts';
const past = 'lib/catalogue/units/desk/past-rankings.test.ts';

/** Guards of the office's own catalogue: two people for the past, versions, and deletion of the unused alone. */
export const unitGuards: readonly GuardedFile[] = [
  {
    file: 'lib/catalogue/proposals/propose.ts',
    tests: [units, groups],
    guards: [
      [
        ['R5', 'unit.rename', 'unit.move', 'unit.retire', 'unit.merge', 'unit.split', 'group.changeMembers'],
        'a change of the past waits for a second person',
        'if (!reachesPast)',
        'if (true)',
      ],
      [
        ['R5'],
        'what could not hold is not proposed',
        'const tried = await tryOut(work, apply);',
        'const tried = [] as never;',
      ],
    ],
  },
  {
    file: 'lib/catalogue/proposals/decide/confirm-proposal.ts',
    tests: [units],
    guards: [
      [
        ['R5', 'proposal.confirm'],
        'nobody confirms the own proposal',
        'held.proposedBy === work.principal.userId',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/proposals/decide/refuse-proposal.ts',
    tests: [units],
    guards: [
      [
        ['R5', 'proposal.refuse'],
        'nobody refuses the own proposal',
        'held.proposedBy === work.principal.userId',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/proposals/decide/take-back-proposal.ts',
    tests: [units],
    guards: [
      [
        ['R2', 'proposal.takeBack'],
        'only who proposed takes back',
        'held.proposedBy !== work.principal.userId',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/proposals/decide/held-proposal.ts',
    tests: [units],
    guards: [[['R3'], 'a proposal is decided once', "held.state !== 'waiting' || held.version !== version", 'false']],
  },
  {
    file: 'lib/catalogue/units/desk/held-unit.ts',
    tests: [units],
    guards: [
      [
        ['R3', 'unit.edit', 'unit.delete'],
        'a unit that moved is not changed',
        'row.version !== asked[at]?.version',
        'false',
      ],
      [['unit.rename', 'unit.move'], 'a name is not changed before its day', 'from > todayOf(work)', 'false'],
    ],
  },
  {
    file: 'lib/catalogue/units/desk/make-unit.ts',
    tests: [units],
    guards: [
      [['unit.create'], 'a code never changes its meaning', "asked.code !== '' && isTaken(asked.code)", 'false'],
    ],
  },
  {
    file: 'lib/catalogue/units/desk/edit-unit.ts',
    tests: [units],
    guards: [
      [
        ['unit.edit'],
        'the name of a unit in use changes from a day on',
        '(await usesOfUnit(tx, code)).length > 0',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/units/desk/delete-unit.ts',
    tests: [units],
    guards: [[['unit.delete'], 'what is used is not deleted', 'if (use)', 'if (false)']],
  },
  {
    file: 'lib/catalogue/units/former/queries.ts',
    tests: [past],
    guards: [
      [['R5'], 'rankings of the past keep the names of their time', 'f.valid_to >= ${day}', 'f.valid_to < ${day}'],
    ],
  },
  {
    file: 'lib/catalogue/groups/held-group.ts',
    tests: [groups],
    guards: [
      [
        ['R3', 'group.edit', 'group.order', 'group.changeMembers', 'group.delete'],
        'a sequence that moved is not changed',
        'held.version !== version',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/groups/create-group.ts',
    tests: [groups],
    guards: [
      [
        ['group.create'],
        'no two sequences have one name',
        'groups.some(({ nameZh }) => nameZh === words.nameZh)',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/groups/edit-group.ts',
    tests: [groups],
    guards: [[['R5', 'group.edit'], 'a sequence does not end in the past', 'ends < todayOf(work)', 'false']],
  },
  {
    file: 'lib/catalogue/groups/order-group.ts',
    tests: [groups],
    guards: [[['group.order'], 'only members are ordered', '.size < asked.length', '.size < 0']],
  },
  {
    file: 'lib/catalogue/groups/delete-group.ts',
    tests: [groups],
    guards: [[['group.delete'], 'what ranked something is not deleted', 'if (use)', 'if (false)']],
  },
];
