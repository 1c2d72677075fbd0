import type { GuardedFile } from './guard';

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
];
