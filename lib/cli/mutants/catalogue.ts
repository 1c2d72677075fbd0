import type { GuardedFile } from './guard';

const indicators = 'lib/catalogue/indicators/editing/editing.test.ts';
const topics = 'lib/catalogue/topics/topics.test.ts';
const units = 'lib/catalogue/units/desk/units.test.ts';
const groups = 'lib/catalogue/groups/groups.test.ts';
const proposals = 'lib/catalogue/units/desk/units.test.ts';
const derived = 'lib/observations/derived/derived.test.ts';
const place = 'lib/dashboards/place/place.test.ts';

/** Guards of the catalogue and of the place. */
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
    file: 'lib/catalogue/indicators/editing/queries.ts',
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
    file: 'lib/catalogue/units/desk/held-unit.ts',
    tests: [units],
    guards: [
      [
        ['R3', 'unit.edit', 'unit.rename', 'unit.move', 'unit.retire', 'unit.merge', 'unit.split', 'unit.delete'],
        'a unit that moved is not changed',
        'if (moved) throw',
        'if (false) throw',
      ],
    ],
  },
  {
    file: 'lib/catalogue/units/desk/make-unit.ts',
    tests: [units],
    guards: [[['unit.create'], 'a code is given once', "asked.code !== '' && isTaken(asked.code)", 'false']],
  },
  {
    file: 'lib/catalogue/units/desk/delete-unit.ts',
    tests: [units],
    guards: [[['unit.delete'], 'what is used is not deleted', 'if (use) throw', 'if (false) throw']],
  },
  {
    file: 'lib/catalogue/groups/held-group.ts',
    tests: [groups],
    guards: [
      [
        ['R3', 'group.edit', 'group.changeMembers', 'group.order', 'group.delete'],
        'a sequence that moved is not changed',
        'if (held.version !== version) throw',
        'if (false) throw',
      ],
    ],
  },
  {
    file: 'lib/catalogue/groups/create-group.ts',
    tests: [groups],
    guards: [
      [
        ['group.create'],
        'a name of a sequence is given once',
        'groups.some(({ nameZh }) => nameZh === words.nameZh)',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/groups/delete-group.ts',
    tests: [groups],
    guards: [[['group.delete'], 'what is used is not deleted', 'if (use) throw', 'if (false) throw']],
  },
  {
    file: 'lib/catalogue/proposals/decide/confirm-proposal.ts',
    tests: [proposals],
    guards: [
      [
        ['R5', 'proposal.confirm'],
        'nobody confirms what they proposed',
        'held.proposedBy === work.principal.userId',
        'false',
      ],
    ],
  },
  {
    file: 'lib/catalogue/proposals/decide/refuse-proposal.ts',
    tests: [proposals],
    guards: [
      [['proposal.refuse'], 'nobody refuses what they proposed', 'held.proposedBy === work.principal.userId', 'false'],
    ],
  },
  {
    file: 'lib/catalogue/proposals/decide/take-back-proposal.ts',
    tests: [proposals],
    guards: [
      [['proposal.takeBack'], 'only the proposer takes it back', 'held.proposedBy !== work.principal.userId', 'false'],
    ],
  },
  {
    file: 'lib/observations/derived/derive-indicator.ts',
    tests: [derived],
    guards: [
      [['R3', 'indicator.derive'], 'a formula that moved is not changed', '(held?.version ?? 0) !== version', 'false'],
    ],
  },
];
