import type { Words } from '@/lib/i18n/words';
import type { derived as shape } from '@/lib/i18n/zh-CN/derived';

export const derived: Words<typeof shape> = {
  title: 'Formula',
  lead: 'Computed from other indicators and never typed; computed again whenever one of them changes.',
  formula: 'Formula',
  formulaHint:
    'Codes of indicators with + - × ÷ ( ); prev(CODE) is the period before, lastYear(CODE) the year earlier, sum(CODE, GROUP) and mean(CODE, GROUP) the members of a group.',
  unit: 'For the unit (with a sum or mean of a group)',
  save: 'Save and compute',
  needsSecond:
    'There are computed figures: a changed formula holds when another person of the office confirms it, and figures are computed then.',
  find: 'Find an indicator or a group',
  findHint: 'Type a name, pinyin initials or a code; the chosen code is written where the cursor stands',
  sequence: 'Group: {name}',
  reads: 'Reads: {formula}',
  readsFor: 'Reads: {formula}, for {unit}',
  faults: 'To be mended:',
  is: '{name} =',
  for: 'for {unit}',
  latest: 'Latest figure',
  working:
    'computed as {working}, rounded to {decimals, plural, =0 {whole numbers} one {one decimal} other {# decimals}}',
  used: 'Inputs',
  noFigure: 'Its inputs are not complete, so there is no figure yet.',
  missing: '(none)',
  inputs: {
    previous: '{name} (the period before)',
    yearEarlier: '{name} (a year earlier)',
    sum: 'sum of {name} over {group}',
    mean: 'mean of {name} over {group}',
  },
  calls: { abs: 'absolute value', min: 'least of ', max: 'greatest of ', round: 'rounded ' },
  refusals: {
    moved:
      'Somebody has just changed this formula. What you typed is still here; reload the page and look at it before you change it.',
    expression: 'The formula is not understood at character {place, number}; check its brackets, codes and signs.',
    noInput: 'A formula uses at least one indicator.',
    unknown: 'No indicator has the code {name}.',
    unknownGroup: 'No group has the code {name}.',
    sumOfRates: '{name} is a rate and cannot be added up. Divide the sums of numerator and denominator.',
    whichUnit: 'With a sum or mean of a group, say which unit the figure is for.',
    typed:
      'This indicator has figures that were reported or cited, or is asked for in a collection. Create another one.',
    tooLong:
      'This formula has {count, number} operations; the most is {most, number}. Make a part of it an indicator of its own and use that.',
    digits: 'round takes a whole number of 0 to 10 decimals, for example round(CODE, 2).',
    circle: 'These formulas refer to one another in a circle and cannot be computed.',
    neverTyped: '{indicator} is computed by a formula and cannot be reported, imported, cited or withdrawn.',
  },
};
