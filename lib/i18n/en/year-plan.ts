import type { Words } from '@/lib/i18n/words';
import type { yearPlan as shape } from '@/lib/i18n/zh-CN/year-plan';

export const yearPlan: Words<typeof shape> = {
  title: 'Plan of the year',
  lead: 'Monthly figures, quarterly monitoring, half-year evaluation, annual assessment: when each is due, and how it stands.',
  year: '{year}',
  caption: 'The steps of {year}',
  step: 'Step',
  dueOn: 'Due',
  collections: 'Collections',
  collected: '{all, number} in all, {closed, number} closed',
  outcome: 'Reports',
  of: '{expected, plural, one {# group} other {# groups}} expected',
  none: '—',
  state: 'State',
  states: { done: 'Done', late: 'Overdue', soon: 'Due soon', later: 'To come', undated: 'No day set' },
  steps: {
    month: '{period}, monthly figures',
    quarter: '{period}, quarterly monitoring',
    half: '{period}, half-year evaluation',
    year: '{period}, annual assessment',
  },
  edit: 'Set the days',
  editHint:
    'Nothing is set yet: proposed are the 18th of the next month for months, the 20th for quarters, the 25th for half-years and 31 January for the year. An empty day is none.',
  editAgain: 'An empty day is none.',
  save: 'Save the plan',
  saved: 'The plan is saved.',
  doneWhen: 'A step is done once every group with rules of lamps has a published report of it.',
  unplanned: 'No day is set for this year yet.',
  due: '{step}: by {day}',
  late: '{step}: was due by {day}',
  others: '{count, plural, one {# more step is} other {# more steps are}} overdue or due soon',
  refused: {
    early: '“{field}” must be after the time of its step.',
    moved: 'Somebody else has just changed the plan of this year. Reload the page and look at it before you change it.',
  },
};
