import type { Words } from '@/lib/i18n/words';
import type { collections as shape } from '@/lib/i18n/zh-CN/collections';

export const collections: Words<typeof shape> = {
  title: 'Collections',
  stateCount: '{state} {count, number}',
  between: ', ',
  noReturns: 'No units',
  refused: {
    noCollection: 'There is no such collection.',
    collectionClosed: 'This collection is closed; nothing more can be done with it.',
    collectionMoved: 'Somebody has just changed this collection. Reload the page and look at it again.',
    mixedUnits: 'Demonstration units and real units cannot stand in one collection.',
    reviewFixed: 'Units have submitted already: the review and the vintage can no longer change.',
    nobodyBehind: 'Nobody to remind: no unit is ticked, or all that are have submitted.',
    alreadySubmitted: 'This unit has submitted already; its deadline is no longer extended.',
    untilPassed: 'That moment has passed. Choose a later one.',
    untilBeforeDue: 'The new deadline must be later than that of the collection.',
    startDoesNotFit: 'The first period does not fit the frequency. Choose another.',
    noCalendar: 'There is no such calendar.',
    calendarMoved: 'Somebody has just changed this calendar. Reload the page and look at it again.',
  },
};
