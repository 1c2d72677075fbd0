import type { Words } from '@/lib/i18n/words';
import type { checks as shape } from '@/lib/i18n/zh-CN/checks';

export const checks: Words<typeof shape> = {
  title: 'Checks',
  findings: {
    atBearer: '{indicator} ({period}): {sentence}',
    partnerReturned:
      'is with the reporter and has not come again; a correction may contradict this figure. Wait for it and look at both.',
    unreadable: 'No figure can be read here: {fault}',
    unreadableGrowth: 'No growth can be read here: {fault}',
    required:
      'This figure is required. Where there is none, write 未报 (not reported) or 不适用 (not applicable) and say why in the note.',
    placeBelowOne: 'Places begin with 1; there is none before it.',
    countBelowZero: 'A count cannot be below 0.',
    countBroken: 'A count is a whole number.',
    noteNeeded: 'Say in the note why the figure is not reported or not applicable.',
    below: '{value} {unit} is below the lower limit of {limit} {unit}.',
    above: '{value} {unit} is above the upper limit of {limit} {unit}.',
    decimals: '{decimals} decimals; at most {limit} are provided for.',
    jumpPrevious: 'A change of {change}% on {base} {unit} in {basePeriod}; {limit}% or more is asked about.',
    jumpPreviousPoints:
      'A change of {change} percentage points on {base}% in {basePeriod}; {limit} points or more are asked about.',
    jumpYear: 'A change of {change}% on {base} {unit} a year earlier ({basePeriod}); {limit}% or more is asked about.',
    jumpYearPoints:
      'A change of {change} percentage points on {base}% a year earlier ({basePeriod}); {limit} points or more are asked about.',
    unitSlipUp:
      'About {factor} times the {base} {unit} of {basePeriod}: check that the unit of measure is “{measure}”.',
    unitSlipDown:
      'About one part in {factor} of the {base} {unit} of {basePeriod}: check that the unit of measure is “{measure}”.',
    cumulativeNotBelow: 'The year so far, {value} {unit}, is less than the {base} {unit} of {basePeriod}.',
    cumulativeSum:
      'The month, {month}, and the year before it, {last}, make {sum} {unit}; the year so far, {value} {unit}, differs by {difference}.',
    sumOfParts: 'The parts add up to {sum} {unit}; the whole of {whole} {unit} differs by {difference}.',
    partsAbove: 'The parts add up to {sum} {unit}, above the whole of {whole} {unit} by {difference}.',
    formula: '“{expression}” does not hold.',
    formulaSides: '“{expression}” does not hold: the left side is {left}, the right side {right}.',
    reportedGrowth: 'The growth reported is {reported}%; on {base} a year earlier it comes to {computed}%.',
    reportedGrowthPoints:
      'The change reported is {reported} percentage points; on {base} a year earlier it comes to {computed} points.',
    peerOutlier:
      'A change of {change}% on the period before; the median of {count} units of the same group is {median}%, far from it.',
    peerOutlierPoints:
      'A change of {change} percentage points on the period before; the median of {count} units of the same group is {median}, far from it.',
  },
};
