import type { Words } from '@/lib/i18n/words';
import type { leading as zh } from '@/lib/i18n/zh-CN/leading';

/** The leader's page: what moved, where points are lost, who is late. */
export const leading: Words<typeof zh> = {
  turns: {
    title: 'Red lamps, and what changed',
    note: '{group}, {month} beside the month before',
    red: '{count, plural, =0 {None} one {# lamp} other {# lamps}} turned red',
    recovered: '{count, plural, =0 {None} one {# lamp} other {# lamps}} red no more',
    still: '{count, plural, =0 {None} one {# lamp} other {# lamps}} still red',
    more: '{count, plural, one {# more is} other {# more are}} among the lamps.',
    all: 'All lamps',
    group: 'Group',
    owner: 'Responsible: {owner}',
    contact: 'Contact: {contact}',
    was: 'the month before: {lamp}',
    wasNone: 'no lamp the month before',
    wasBehind: '{was}, {points} points behind',
    wasAhead: '{was}, {points} points ahead',
  },
  topics: {
    title: 'Progress by topic',
    note: 'Indicators with a target, counted by lamp; no lamp without a figure, or where the rules cannot judge',
    counts: 'Red {red, number}, yellow {yellow, number}, green {green, number}, no lamp {unlit, number}',
    course: 'Share not red, {from} to {to}: {shares}',
    noLamps: 'no lamps',
    none: 'No targets were issued to this group.',
  },
  gaps: {
    title: 'Furthest behind the first',
    note: '{scheme} {period}, beside {first}, the first',
    lost: '{points} points fewer',
    all: 'This ranking',
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
    note: 'On {today}',
    none: 'No unit is late in reporting, and no follow-up is overdue.',
    units:
      'Due on {due}, {days, plural, one {# day} other {# days}} ago, not submitted by {count, plural, one {# unit} other {# units}}: {names}',
    more: '{names} and others',
    tasks: 'All collections',
    task: 'Follow-up {days, plural, one {# day} other {# days}} overdue: {unit}, due on {due}',
    moreTasks: '{count, plural, one {# more follow-up is} other {# more follow-ups are}} overdue',
  },
  published: {
    title: 'Published last',
    none: 'No ranking or report was published yet.',
    at: 'published on {at}',
    all: 'All rankings',
  },
};
