import type { Words } from '@/lib/i18n/words';
import type { leading as zh } from '@/lib/i18n/zh-CN/leading';

/** The leader's page: what moved, where points are lost, who is late. */
export const leading: Words<typeof zh> = {
  turns: {
    title: 'What changed this month',
    note: '{group}, {month} beside the month before',
    red: '{count, plural, =0 {None} one {# lamp} other {# lamps}} turned red',
    recovered: '{count, plural, =0 {None} one {# lamp} other {# lamps}} caught up from red',
    still:
      '{count, plural, one {# more lamp was} other {# more lamps were}} red the month before and still {count, plural, one {is} other {are}}.',
    none: 'None',
    more: '{count, plural, one {# more is} other {# more are}} among the lamps.',
    all: 'All lamps',
    group: 'Group',
    owner: 'Responsible: {owner}',
    was: 'the month before: {lamp}',
    wasNone: 'no lamp the month before',
  },
  topics: {
    title: 'Progress by topic',
    note: 'Indicators with a target, counted by lamp',
    counts: 'Red {red, number}, yellow {yellow, number}, green {green, number}, no lamp {unlit, number}',
    none: 'No targets were issued to this group.',
  },
  gaps: {
    title: 'Where most points are lost',
    note: '{scheme} {period}, beside {first}, the first',
    lost: '{points} points fewer',
    whole: '{name} (as a whole)',
    none: 'Nothing has fewer points than the first.',
    tooMany: 'There are more than {count, number} units: open one in the ranking.',
  },
  places: {
    title: 'Rank match',
    note: '{unit} is in place {rank} by total; its items beside that place',
    ahead: '{count, plural, one {# place} other {# places}} better',
    behind: '{count, plural, one {# place} other {# places}} worse',
    place: 'place {place}',
    counts:
      '{ahead, plural, one {# item is} other {# items are}} better than the place by total, {behind, plural, one {# is} other {# are}} worse.',
    all: 'All items',
  },
  late: {
    title: 'Who is late',
    none: 'No unit is late in reporting, and no follow-up is overdue.',
    units: '{count, plural, one {# unit} other {# units}} overdue: {names}',
    more: '{names} and others',
    tasks: 'All collections',
    task: 'Follow-up overdue: {unit}, due on {due}',
    moreTasks: '{count, plural, one {# more follow-up is} other {# more follow-ups are}} overdue',
  },
  published: {
    title: 'Published last',
    none: 'No ranking or report was published yet.',
    at: 'published on {at}',
    all: 'All rankings',
  },
};
